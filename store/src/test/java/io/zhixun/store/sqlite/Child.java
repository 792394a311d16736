package io.zhixun.store.sqlite;

import static io.zhixun.store.Samples.click;

import io.zhixun.store.Change;
import io.zhixun.store.Store;
import io.zhixun.store.StoreSettings;
import io.zhixun.store.WriteResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A process of its own that writes pairs of events and prints the name of each pair once it was
 * acknowledged.
 */
final class Child implements AutoCloseable {
  private static final int IN_FLIGHT = 16;

  private final Process process;
  private final BufferedReader lines;

  private Child(Process process) {
    this.process = process;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a child that writes so many pairs, whose names begin with a prefix. */
  static Child start(Path folder, String prefix, int pairs) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            folder.toString(),
            prefix,
            Integer.toString(pairs));
    return new Child(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Store store = SqliteStore.open(folder, StoreSettings.DEFAULTS, InstantSource.system())) {
      out.println("open");
      CompletableFuture<?>[] waiting = new CompletableFuture<?>[IN_FLIGHT];
      for (int pair = 0; pair < Integer.parseInt(args[2]); pair++) {
        String name = args[1] + pair;
        CompletableFuture<?> earlier = waiting[pair % IN_FLIGHT];
        if (earlier != null) {
          earlier.join();
        }
        waiting[pair % IN_FLIGHT] = submit(store, name).thenRun(() -> out.println(name));
      }
      for (CompletableFuture<?> last : waiting) {
        if (last != null) {
          last.join();
        }
      }
    }
    out.println("done");
  }

  private static CompletableFuture<WriteResult> submit(Store store, String name) {
    return store.submit(
        List.of(
            new Change.AppendEvent(click(name + "-a", "u", "i" + name)),
            new Change.AppendEvent(click(name + "-b", "u", "i" + name))));
  }

  /** What the child says next; "" when it says no more. */
  String nextLine() throws IOException {
    String line = lines.readLine();
    return line == null ? "" : line;
  }

  /** Ends the child without any chance to tidy up; what it has said can still be read. */
  void kill() {
    process.toHandle().destroyForcibly();
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
