package io.zhixun.benchmarks;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.sample.BehaviourSettings;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Audience;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** The whole bundled sample, served, and requests to put a hundred of its items in order. */
final class RankedSample {
  private static final int ITEMS = 100;
  private static final long SEED = 20_261_124; // the behaviour of the demo

  private RankedSample() {}

  static Platform open(String folder) {
    return Platform.open(Places.folder(folder), BehaviourSettings.withSeed(SEED));
  }

  /** A hundred items, the same ones each time. */
  static List<String> items(Platform platform) {
    List<String> all = new ArrayList<>();
    for (Item item : platform.store().corpus().items()) {
      all.add(item.id().value());
    }
    Collections.shuffle(all, new Random(SEED));
    return List.copyOf(all.subList(0, ITEMS));
  }

  /** What {@code POST /v1/rank} asks when nothing but the defaults is said. */
  static Requests.Rank request(
      List<String> items, UserId user, Optional<String> query, boolean explain) {
    Audience audience =
        new Audience(Optional.of(user), OptionalDouble.empty(), Context.UNKNOWN, explain);
    return new Requests.Rank(items, query, false, audience);
  }
}
