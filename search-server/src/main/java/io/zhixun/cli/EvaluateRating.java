package io.zhixun.cli;

import io.zhixun.ranking.rating.RatingSettings;
import io.zhixun.search.measure.RatingMeasure;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts stars. */
@Command(
    name = "rating",
    mixinStandardHelpOptions = true,
    description = {
      "Learns from ratings how many stars each learner gives each item, as the cosine of two",
      "vectors, and measures the squared error on other ratings, beside the mean and the biases."
    })
final class EvaluateRating implements Callable<Integer> {
  @Mixin private Output output;

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
  public Integer call() {
    if (dimensions < 1 || dimensions > 1_024) {
      throw new CommandException("--dimensions must be 1..1024, got " + dimensions);
    }
    try (Stages stages = Stages.onTerminal()) {
      RatingMeasure measure = new RatingMeasure(RatingSettings.DEFAULTS.withDimensions(dimensions));
      output.object(measure.run(train, test, stages));
    }
    return 0;
  }
}
