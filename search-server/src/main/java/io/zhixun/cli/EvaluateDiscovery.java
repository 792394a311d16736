package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.ranking.math.Progress;
import io.zhixun.search.measure.DiscoveryData;
import io.zhixun.search.measure.DiscoveryMeasure;
import io.zhixun.search.pipeline.ItemWords;
import io.zhixun.store.Change;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures discovery on a catalogue with behaviour. */
@Command(
    name = "discovery",
    mixinStandardHelpOptions = true,
    description = {
      "Measures on a catalogue with its learners whether one word and the home page find what each",
      "took, and whether items without any behaviour find their learners."
    })
final class EvaluateDiscovery extends Measuring {
  @Option(names = "--catalogue", required = true, paramLabel = "FILE", description = "items")
  private Path catalogue;

  @Option(
      names = "--interactions",
      required = true,
      paramLabel = "FILE",
      description = "who took what, the pairs to be found included")
  private Path interactions;

  @Option(
      names = "--heldout",
      required = true,
      paramLabel = "FILE",
      description = "user, item and query of each pair to be found, separated by tabs")
  private Path heldout;

  @Option(
      names = "--cold",
      required = true,
      paramLabel = "FILE",
      description = "seed and item of each item to be treated as new, separated by tabs")
  private Path cold;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "measure these alone: ${COMPLETION-CANDIDATES} (default: all)")
  private Set<DiscoveryMeasure.Part> parts = EnumSet.allOf(DiscoveryMeasure.Part.class);

  @Override
  ObjectNode measure(Progress progress) {
    Settings effective = settings();
    DiscoveryData data =
        DiscoveryData.read(new DiscoveryData.Sources(catalogue, interactions, heldout, cold));
    List<Change> changes = MeasuredProduct.changes(data.items());
    data.knownEvents().forEach(event -> changes.add(new Change.AppendEvent(event)));
    Instant now = data.end();
    try (MeasuredProduct product =
        MeasuredProduct.of(effective, dictionaries(), Optional.empty(), changes, now)) {
      DiscoveryMeasure.Served served =
          new DiscoveryMeasure.Served(
              product.discovery(), new ItemWords(data.items(), analyzer()), now);
      ObjectNode json =
          new DiscoveryMeasure(effective.recipe(), effective.pipeline())
              .run(data, served, parts, progress);
      ObjectNode weights = json.putObject("weights");
      product.manifest().weights().forEach(weights::put);
      ObjectNode judged = json.putObject("judged");
      product.manifest().quality().forEach(judged::put);
      return json;
    }
  }
}
