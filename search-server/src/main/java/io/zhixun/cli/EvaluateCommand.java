package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.ranking.math.Progress;
import io.zhixun.search.measure.RecommendationData;
import io.zhixun.search.measure.RecommendationMeasure;
import io.zhixun.search.measure.RecommendationReport;
import io.zhixun.search.measure.TrecRun;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the product on published data. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures the product on published data; prints one JSON object.",
    subcommands = {
      EvaluateCommand.Recommendation.class,
      EvaluateSearch.class,
      EvaluateTitles.class,
      EvaluateNext.class,
      EvaluateDiscovery.class,
      EvaluateRating.class
    })
final class EvaluateCommand {

  /** The forms of files with pairs of users and items. */
  enum PairFormat {
    LIGHTGCN,
    MOVIELENS
  }

  /** Learns from one file of pairs and finds those of another. */
  @Command(
      name = "recommendation",
      mixinStandardHelpOptions = true,
      description = {
        "Trains the shipped recipe on one file of user-item pairs and measures how well the lists",
        "that the server would give find the pairs of another."
      })
  static final class Recommendation extends Measuring {
    @Option(names = "--train", required = true, paramLabel = "FILE", description = "pairs to learn")
    private Path train;

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "pairs to find")
    private Path test;

    @Option(
        names = "--format",
        defaultValue = "LIGHTGCN",
        description = "form of both files: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private PairFormat format;

    @Option(
        names = "--min-rating",
        defaultValue = "1",
        paramLabel = "STARS",
        description = "ratings below are left out; movielens only (default ${DEFAULT-VALUE})")
    private double minRating;

    @Option(
        names = "--path",
        defaultValue = "SERVED",
        description = {
          "which candidates are scored: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE});",
          "served = what the candidate sources propose, exhaustive = every item,",
          "scored by the same blend and ordered by the same policy"
        })
    private RecommendationMeasure.Path path;

    @Option(
        names = "--model",
        paramLabel = "NAME",
        description = {
          "measure one part alone instead of the recipe that is chosen,",
          "e.g. walk(0.9,0.9,0.1), or the first that begins so, e.g. als"
        })
    private String model;

    @Option(
        names = "--fold-in",
        negatable = true,
        defaultValue = "true",
        fallbackValue = "true",
        description = "train once more without a tenth of the learners (default: yes)")
    private boolean foldIn;

    @Option(
        names = "--learners",
        paramLabel = "N",
        description = {
          "ask for the lists of N learners drawn at random, and not of all who have a test item,",
          "e.g. to compare the paths quickly; what is learned is the same"
        })
    private Integer learners;

    @Option(
        names = "--seed",
        defaultValue = "7",
        description = "of the draw of --learners (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(
        names = "--k",
        defaultValue = "20",
        description = "length of the lists (default ${DEFAULT-VALUE})")
    private int k;

    @Option(names = "--run", paramLabel = "FILE", description = "write the lists as a TREC run")
    private Path run;

    @Override
    ObjectNode measure(Progress progress) {
      int length = within("--k", k, 1, 1_000);
      Settings effective = settings();
      RecommendationData data =
          switch (format) {
            case LIGHTGCN -> RecommendationData.lightGcn(train, test);
            case MOVIELENS -> RecommendationData.movieLens(train, test, minRating);
          };
      RecommendationMeasure.Question question =
          new RecommendationMeasure.Question(
              path, length, Optional.ofNullable(model), foldIn, sample());
      RecommendationMeasure.Result result =
          new RecommendationMeasure(effective.recipe(), effective.pipeline())
              .run(data, question, progress);
      if (run != null) {
        TrecRun.write(run, data, result);
      }
      return RecommendationReport.json(data, result, length);
    }

    private Optional<RecommendationMeasure.Sample> sample() {
      return Optional.ofNullable(learners)
          .map(most -> within("--learners", most, 1, Integer.MAX_VALUE))
          .map(most -> new RecommendationMeasure.Sample(most, seed));
    }
  }
}
