package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.rating.RatingSettings;
import io.zhixun.search.measure.RatingMeasure;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Predicts stars. */
@Command(
    name = "rating",
    mixinStandardHelpOptions = true,
    description = {
      "Learns from ratings how many stars each learner gives each item, as the cosine of two",
      "vectors, and measures the squared error on other ratings, beside the mean and the biases."
    })
final class EvaluateRating extends Measuring {
  @Option(
      names = "--train",
      required = true,
      paramLabel = "FILE",
      description = "user item rating timestamp on each line, 1 to 5 stars")
  private Path train;

  @Option(names = "--test", required = true, paramLabel = "FILE", description = "the same, to ask")
  private Path test;

  @Option(
      names = "--dimensions",
      defaultValue = "128",
      description = "length of the vectors, 1..1024 (default ${DEFAULT-VALUE})")
  private int dimensions;

  @Override
  ObjectNode measure(Progress progress) {
    int length = within("--dimensions", dimensions, 1, 1_024);
    return new RatingMeasure(RatingSettings.DEFAULTS.withDimensions(length))
        .run(train, test, progress);
  }
}
