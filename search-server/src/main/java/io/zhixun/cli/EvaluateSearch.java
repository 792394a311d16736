package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Item;
import io.zhixun.ranking.math.Progress;
import io.zhixun.search.measure.JudgedQueries;
import io.zhixun.search.measure.SearchMeasure;
import io.zhixun.search.pipeline.Requests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures search on judged queries. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Indexes texts or a catalogue as a server would, asks judged queries and measures the",
      "answers; prints one JSON object."
    })
final class EvaluateSearch extends Measuring {
  @ArgGroup(exclusive = true, multiplicity = "1")
  private Searched searched;

  @Option(names = "--queries", required = true, paramLabel = "FILE", description = "qid⇥text")
  private Path queries;

  @Option(names = "--qrels", required = true, paramLabel = "FILE", description = "TREC judgements")
  private Path qrels;

  @Option(
      names = "--mode",
      defaultValue = "HYBRID",
      description = "what matches: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
  private Requests.Mode mode;

  @Option(
      names = "--vectors",
      paramLabel = "FILE",
      description = "keep the vectors of texts here, so that another run need not make them")
  private Path vectors;

  @Option(names = "--run", paramLabel = "FILE", description = "write the lists as a TREC run")
  private Path run;

  /** What is searched. */
  static final class Searched {
    @Option(
        names = "--corpus",
        required = true,
        paramLabel = "FILE",
        description = "texts: pid⇥text or pid⇥title⇥text")
    private Path corpus;

    @Option(
        names = "--catalogue",
        required = true,
        paramLabel = "FILE",
        description = "items in the form of ours, douban or mooccube")
    private Path catalogue;

    private List<Item> items() {
      return corpus == null ? MeasuredProduct.catalogue(catalogue) : JudgedQueries.texts(corpus);
    }
  }

  private Path vectors() {
    try {
      if (vectors == null) {
        vectors = Files.createTempFile("zhixun-vectors", ".bin");
        vectors.toFile().deleteOnExit();
      }
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  ObjectNode measure(Progress progress) {
    JudgedQueries judged = JudgedQueries.read(queries, qrels);
    Instant now = InstantSource.system().instant();
    try (MeasuredProduct product =
        MeasuredProduct.of(
            settings(),
            dictionaries(),
            mode == Requests.Mode.LEXICAL ? Optional.empty() : Optional.of(vectors()),
            MeasuredProduct.changes(searched.items()),
            now)) {
      product
          .encoderProblem()
          .ifPresent(
              problem -> { // what words alone find must not be read as what meaning finds
                throw new CommandException(
                    "texts cannot be encoded (" + problem + "): measure with --mode lexical");
              });
      SearchMeasure.Result result = new SearchMeasure(product.discovery(), now).run(judged, mode);
      if (run != null) {
        SearchMeasure.write(run, result);
      }
      ObjectNode json = Output.node();
      json.set("metrics", SearchMeasure.metrics(result));
      json.put("queries", judged.queries().size());
      json.putObject("seconds")
          .put("index", product.buildSeconds())
          .put("encode", mode == Requests.Mode.LEXICAL ? 0.0 : product.openSeconds())
          .put("search", result.seconds());
      return json;
    }
  }
}
