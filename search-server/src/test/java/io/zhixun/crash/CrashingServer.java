package io.zhixun.crash;

import io.zhixun.cli.Demo;
import io.zhixun.cli.Product;
import io.zhixun.corpus.sample.BehaviourSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The product over the sample in a process of its own, which ends by being killed alone. */
final class CrashingServer implements AutoCloseable {
  private final Process process;

  /** How much there is, and the JVM for it. */
  enum Size {
    /** Quick to start again and again. */
    FEW_LEARNERS,
    /** The sample as it is shipped. */
    WHOLE_SAMPLE;

    private BehaviourSettings behaviour() {
      return switch (this) {
        case FEW_LEARNERS -> new BehaviourSettings(25, 2.2, 100, 7);
        case WHOLE_SAMPLE -> BehaviourSettings.withSeed(7);
      };
    }

    private List<String> options() {
      return switch (this) {
        case FEW_LEARNERS -> List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        case WHOLE_SAMPLE -> List.of("-Xmx1g");
      };
    }
  }

  private CrashingServer(Process process) {
    this.process = process;
  }

  /** What the other process runs; its arguments are the data folder and how much is in it. */
  public static void main(String[] args) throws InterruptedException {
    BehaviourSettings behaviour = Size.valueOf(args[1]).behaviour();
    Product product = Demo.start(Path.of(args[0]), 0, behaviour, InstantSource.system());
    System.out.println(product.address());
    new CountDownLatch(1).await();
  }

  /** Begins to start one; what goes wrong in it is written to a file. */
  static CrashingServer start(Path data, Path log) throws IOException {
    return start(Size.FEW_LEARNERS, data, log);
  }

  static CrashingServer start(Size size, Path data, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(size.options());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingServer.class.getName(),
            data.toString(),
            size.name()));
    return new CrashingServer(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  /** Its address as soon as it serves; empty when it ended before. */
  Optional<String> awaitAddress() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("http://")) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** SIGKILL: nothing is said, written or closed any more. */
  @Override
  public void close() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }
}
