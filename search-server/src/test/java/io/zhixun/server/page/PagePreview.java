package io.zhixun.server.page;

import io.javalin.Javalin;
import io.zhixun.corpus.Event;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.server.http.CookieSettings;
import io.zhixun.server.testing.Loopback;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The pages over a shelf instead of an index, on a loopback port: to be looked at, and for tests.
 *
 * <p>{@code PagePreview [port]} serves until it is stopped.
 */
public final class PagePreview implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");

  private final Javalin javalin;
  private final People people;

  private PagePreview(Javalin javalin, People people) {
    this.javalin = javalin;
    this.people = people;
  }

  /** Serves the sample catalogue; port 0 takes any free one. */
  public static PagePreview start(int port) {
    return start(port, Shelf.withSampleAnd());
  }

  static PagePreview start(int port, Shelf shelf) {
    People people = new People(shelf, NOW);
    return start(port, shelf, people, new ShelfDiscovery(shelf, people));
  }

  /** A site behind which nothing works. */
  static PagePreview startBroken() {
    Shelf shelf = Shelf.empty();
    return start(0, shelf, new People(shelf, NOW), new BrokenDiscovery());
  }

  private static PagePreview start(int port, Shelf shelf, People people, Discovery discovery) {
    AtomicLong events = new AtomicLong();
    Pages pages =
        new Pages(
            new PageSettings(
                people.samples(),
                new SecretKeySpec("preview".getBytes(StandardCharsets.UTF_8), "HmacSHA256"),
                CookieSettings.DEFAULTS,
                ZoneId.of("Asia/Shanghai"),
                List.of("机器学习", "Python 数据分析", "沟通", "儿童心理", "基金", "睡眠", "写作")),
            new PageSources(discovery, shelf::item, people, people, people),
            InstantSource.fixed(NOW),
            () -> "page-" + events.incrementAndGet());
    Javalin javalin = Loopback.start(port, routes -> pages.register(new Loopback.Router(routes)));
    return new PagePreview(javalin, people);
  }

  /** Where it listens: {@code http://127.0.0.1:port}. */
  public String address() {
    return "http://127.0.0.1:" + javalin.port();
  }

  List<Event> told() {
    return people.told();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  /** Serves on a port, 8090 when none is given. */
  public static void main(String[] arguments) {
    PagePreview preview = start(arguments.length == 0 ? 8090 : Integer.parseInt(arguments[0]));
    System.out.println(preview.address());
  }
}
