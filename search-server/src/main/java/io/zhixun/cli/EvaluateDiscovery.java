package io.zhixun.cli;

import io.zhixun.search.measure.DiscoveryMeasure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures discovery on a catalogue with behaviour. */
@Command(
    name = "discovery",
    mixinStandardHelpOptions = true,
    description = {
      "Measures on a catalogue with its learners whether the home page holds what each took, and",
      "whether items without any behaviour find their learners."
    })
final class EvaluateDiscovery implements Callable<Integer> {
  @Mixin private SettingsOptions settings;
  @Mixin private Output output;

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

  @Override
  public Integer call() {
    Settings effective = settings.settings();
    try (Stages stages = Stages.onTerminal()) {
      output.object(
          new DiscoveryMeasure(effective.recipe(), effective.pipeline())
              .run(new DiscoveryMeasure.Sources(catalogue, interactions, heldout, cold), stages));
    }
    return 0;
  }
}
