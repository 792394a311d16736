package io.zhixun.benchmarks;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.UserId;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What {@code POST /v1/rank} costs without its HTTP: 100 items, another of 2,000 learners each
 * time. Learners who have asked before are in memory with what follows from them, as on a server;
 * {@link #feedFirstRequest} is what the first request of a learner costs.
 *
 * <p>Bar: 1 ms of CPU a request; aim: .3 ms.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 12, time = 3)
@Measurement(iterations = 10, time = 2)
@Fork(
    value = 2,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "--enable-native-access=ALL-UNNAMED",
      "-Xmx2g"
    })
public class RankBenchmark {
  private static final Optional<String> SHORT = Optional.of("数据分析");
  private static final Optional<String> LONG = Optional.of("机器学习入门");

  private Platform platform;
  private Discovery forgetful;
  private List<String> items;
  private List<UserId> users;
  private int requests;

  @Setup
  public void open() {
    platform = RankedSample.open("sample");
    forgetful = platform.forgetful();
    items = RankedSample.items(platform);
    users = platform.users();
    for (UserId user : users) { // as on a server that has run for a while
      platform
          .discovery()
          .rank(RankedSample.request(items, user, Optional.empty(), false), Platform.NOW);
    }
  }

  @TearDown
  public void close() {
    platform.close();
  }

  @Benchmark
  public Answers.Rank feed() {
    return rank(platform.discovery(), Optional.empty(), false);
  }

  @Benchmark
  public Answers.Rank feedExplained() {
    return rank(platform.discovery(), Optional.empty(), true);
  }

  @Benchmark
  public Answers.Rank feedFirstRequest() {
    return rank(forgetful, Optional.empty(), false);
  }

  @Benchmark
  public Answers.Rank shortQuery() {
    return rank(platform.discovery(), SHORT, false);
  }

  @Benchmark
  public Answers.Rank longQuery() {
    return rank(platform.discovery(), LONG, false);
  }

  @Benchmark
  public Answers.Rank longQueryExplained() {
    return rank(platform.discovery(), LONG, true);
  }

  private Answers.Rank rank(Discovery discovery, Optional<String> query, boolean explain) {
    UserId user = users.get(requests++ % users.size());
    return discovery.rank(RankedSample.request(items, user, query, explain), Platform.NOW);
  }
}
