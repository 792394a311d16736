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
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The product over the sample in a process of its own, which ends by being killed alone. */
final class CrashingServer implements AutoCloseable {
  private static final BehaviourSettings FEW = new BehaviourSettings(25, 2.2, 100, 7);

  private final Process process;

  private CrashingServer(Process process) {
    this.process = process;
  }

  /** What the other process runs; its argument is the data folder. */
  public static void main(String[] args) throws InterruptedException {
    Product product = Demo.start(Path.of(args[0]), 0, FEW, InstantSource.system());
    System.out.println(product.address());
    new CountDownLatch(1).await();
  }

  /** Begins to start one; what goes wrong in it is written to a file. */
  static CrashingServer start(Path data, Path log) throws IOException {
    return new CrashingServer(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector",
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingServer.class.getName(),
                data.toString())
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
