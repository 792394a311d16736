package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.ranking.math.Progress;
import io.zhixun.search.measure.NextMeasure;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks what comes next in sequences. */
@Command(
    name = "next",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the shipped recipe on sequences less their last two items and measures whether the",
      "list that the server would give, all but the last item known, holds the last one."
    })
final class EvaluateNext extends Measuring {
  @ArgGroup(multiplicity = "1")
  private Source source;

  /** One file or two. */
  private static final class Source {
    @Option(
        names = "--sequences",
        required = true,
        paramLabel = "FILE",
        description = "user item item ... on each line, oldest first")
    private Path sequences;

    @ArgGroup(exclusive = false)
    private Pair pair;
  }

  /** Two files whose lines are joined. */
  private static final class Pair {
    @Option(
        names = "--train",
        required = true,
        paramLabel = "FILE",
        description = "how each sequence begins")
    private Path train;

    @Option(
        names = "--test",
        required = true,
        paramLabel = "FILE",
        description = "how each sequence ends")
    private Path test;
  }

  @Option(
      names = "--k",
      defaultValue = "10",
      description = "length of the lists (default ${DEFAULT-VALUE})")
  private int k;

  @Override
  ObjectNode measure(Progress progress) {
    int length = within("--k", k, 1, 1_000);
    Settings effective = settings();
    List<Path> files =
        source.pair == null
            ? List.of(source.sequences)
            : List.of(source.pair.train, source.pair.test);
    return new NextMeasure(effective.recipe(), effective.pipeline())
        .run(NextMeasure.Sequences.of(files), length, progress);
  }
}
