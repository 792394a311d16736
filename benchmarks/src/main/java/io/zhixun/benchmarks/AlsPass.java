package io.zhixun.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.zhixun.ranking.embed.AlsSettings;
import io.zhixun.ranking.embed.AlsTrainer;
import io.zhixun.ranking.embed.Embeddings;
import io.zhixun.ranking.math.Progress;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Prints the seconds and the CPU seconds of one pass of our weighted ALS over all learners and all
 * items, on all cores: what seven passes take beyond two, divided by five. {@code
 * als-beside-spark.sh} runs it beside the same of Spark.
 */
public final class AlsPass {
  private static final int FEW = 2;
  private static final int MANY = 7;

  private AlsPass() {}

  public static void main(String[] arguments) {
    Pairs pairs = Pairs.gowallaOrMade();
    System.err.printf("%s, %,d pairs%n", pairs.source(), pairs.interactions().entries());
    Cost cold = cost(pairs, FEW);
    Cost few = cost(pairs, FEW);
    Cost many = cost(pairs, MANY);
    System.err.printf(
        "cold: %d passes %s; %d passes %s, %d passes %s%n", FEW, cold, FEW, few, MANY, many);
    int passes = MANY - FEW;
    System.out.printf(
        Locale.ROOT,
        "%.3f %.3f%n",
        (many.seconds() - few.seconds()) / passes,
        (many.cpu() - few.cpu()) / passes);
  }

  /** What a training took, by the clock and of all processors. */
  private record Cost(double seconds, double cpu) {}

  private static Cost cost(Pairs pairs, int passes) {
    AlsTrainer trainer = new AlsTrainer(AlsSettings.defaults().withPasses(passes));
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    Embeddings learned = trainer.train(pairs.interactions(), Progress.NONE);
    Cost cost =
        new Cost((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    if (learned.items().dimensions() != AlsSettings.defaults().dimensions()) {
      throw new IllegalStateException("vectors must have as many dimensions as were asked for");
    }
    return cost;
  }
}
