package io.zhixun.server;

import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.serving.Live;
import io.zhixun.server.page.Pages;
import io.zhixun.store.Store;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What the server stands in front of. It closes none of them.
 *
 * @param discovery finds, proposes, ranks
 * @param live takes writes, and says how far answers have come
 * @param store the record
 * @param clock what a request's {@code now} is taken from
 * @param random for the names of requests; safe for many threads
 * @param pages adds the learner's site to the addresses
 */
public record Services(
    Discovery discovery,
    Live live,
    Store store,
    InstantSource clock,
    RandomGenerator random,
    Consumer<Pages.Registrar> pages) {
  /** Without the learner's site: the API alone. */
  public static Consumer<Pages.Registrar> noPages() {
    return _ -> {};
  }
}
