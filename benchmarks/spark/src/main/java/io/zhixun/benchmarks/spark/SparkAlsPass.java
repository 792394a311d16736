package io.zhixun.benchmarks.spark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Prints the seconds and the CPU seconds of one iteration of Spark's ALS: what seven take beyond two, divided by five.
 * Implicit preferences, rank 64, {@code local[2]}, everything else as Spark has it.
 *
 * <p>Argument: a file whose lines are {@code user item item ...}.
 */
public final class SparkAlsPass {
  private static final int RANK = 64;
  private static final int FEW = 2;
  private static final int MANY = 7;
  private static final long SEED = 7;

  private SparkAlsPass() {}

  public static void main(String[] arguments) throws IOException {
    List<Row> pairs = read(Path.of(arguments[0]));
    try (SparkSession spark = session()) {
      StructType columns =
          new StructType()
              .add("user", DataTypes.IntegerType)
              .add("item", DataTypes.IntegerType)
              .add("rating", DataTypes.FloatType);
      Dataset<Row> ratings = spark.createDataFrame(pairs, columns).repartition(2).cache();
      System.err.printf("Spark %s, %,d pairs%n", spark.version(), ratings.count());
      Cost cold = cost(ratings, FEW);
      Cost few = cost(ratings, FEW);
      Cost many = cost(ratings, MANY);
      System.err.printf(
          "cold: %d iterations %s; %d iterations %s, %d iterations %s%n",
          FEW, cold, FEW, few, MANY, many);
      int iterations = MANY - FEW;
      System.out.printf(
          Locale.ROOT,
          "%.3f %.3f%n",
          (many.seconds() - few.seconds()) / iterations,
          (many.cpu() - few.cpu()) / iterations);
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .appName("als")
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.log.level", "WARN")
        .getOrCreate();
  }

  private static List<Row> read(Path file) throws IOException {
    List<Row> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] numbers = line.strip().split("\\s+");
      for (int at = 1; at < numbers.length; at++) {
        pairs.add(RowFactory.create(Integer.valueOf(numbers[0]), Integer.valueOf(numbers[at]), 1f));
      }
    }
    return pairs;
  }

  /** What a training took, by the clock and of all processors. */
  private record Cost(double seconds, double cpu) {}

  private static Cost cost(Dataset<Row> ratings, int iterations) {
    ALS als =
        new ALS()
            .setImplicitPrefs(true)
            .setRank(RANK)
            .setMaxIter(iterations)
            .setSeed(SEED)
            .setUserCol("user")
            .setItemCol("item")
            .setRatingCol("rating");
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    ALSModel model = als.fit(ratings);
    Cost cost =
        new Cost((System.nanoTime() - start) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    if (model.rank() != RANK) {
      throw new IllegalStateException("rank must be " + RANK + ", got " + model.rank());
    }
    return cost;
  }
}
