package io.zhixun.benchmarks;

import io.zhixun.ranking.embed.AlsSettings;
import io.zhixun.ranking.embed.AlsTrainer;
import io.zhixun.ranking.embed.Embeddings;
import io.zhixun.ranking.math.Progress;
import java.util.Locale;

/**
 * Prints the seconds of one pass of our weighted ALS over all learners and all items, on all cores:
 * what twelve passes take beyond two, divided by ten. {@code als-beside-spark.sh} runs it beside
 * the same of Spark.
 */
public final class AlsPass {
  private static final int FEW = 2;
  private static final int MANY = 12;

  private AlsPass() {}

  public static void main(String[] arguments) {
    Pairs pairs = Pairs.gowallaOrMade();
    System.err.printf("%s, %,d pairs%n", pairs.source(), pairs.interactions().entries());
    double _ = seconds(pairs, FEW); // warm
    double few = seconds(pairs, FEW);
    double many = seconds(pairs, MANY);
    System.err.printf("%d passes %.2f s, %d passes %.2f s%n", FEW, few, MANY, many);
    System.out.printf(Locale.ROOT, "%.3f%n", (many - few) / (MANY - FEW));
  }

  private static double seconds(Pairs pairs, int passes) {
    AlsTrainer trainer = new AlsTrainer(AlsSettings.defaults().withPasses(passes));
    long start = System.nanoTime();
    Embeddings learned = trainer.train(pairs.interactions(), Progress.NONE);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (learned.items().dimensions() != AlsSettings.defaults().dimensions()) {
      throw new IllegalStateException("vectors must have as many dimensions as were asked for");
    }
    return seconds;
  }
}
