package io.zhixun.search.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserId;
import io.zhixun.search.pipeline.Answers.Ranked;
import io.zhixun.store.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A request that is asked again of the record alone has the same features, bit by bit. */
class ReplayTest {
  private static final int ITEMS = 100;

  private final Platform platform = Platform.shared();
  private final List<String> items =
      platform.store().corpus().items().stream()
          .limit(ITEMS)
          .map(item -> item.id().value())
          .toList();

  private List<Requests.Rank> requests() {
    List<UserId> users = platform.users();
    List<Requests.Rank> requests = new ArrayList<>();
    for (int at = 0; at < users.size(); at += 5) {
      Optional<String> query = at % 2 == 0 ? Optional.empty() : Optional.of("机器学习");
      requests.add(new Requests.Rank(items, query, false, Asked.by(users.get(at).value())));
    }
    requests.add(new Requests.Rank(items, Optional.of("Python"), false, Asked.by("u-replayed")));
    requests.add(new Requests.Rank(items, Optional.empty(), false, Asked.nobody()));
    return requests;
  }

  private static List<List<Ranked>> answers(Discovery discovery, List<Requests.Rank> requests) {
    return requests.stream().map(one -> discovery.rank(one, Platform.NOW).items()).toList();
  }

  @Test
  void loggedRequestsReplayToIdenticalValues() {
    List<Item> all = platform.store().corpus().items();
    for (int at = 0; at < 40; at++) { // live state moves event by event
      platform.accept(
          new Change.AppendEvent(
              new Event.Click(
                  Asked.header("replay-" + at, at % 2 == 0 ? "u-replayed" : "u-other-" + at),
                  all.get(at * 7 % all.size()).id(),
                  OptionalInt.empty())));
    }
    Asked.complete("u-replayed", items.get(3), items.get(5));
    List<Requests.Rank> requests = requests();

    List<List<Ranked>> logged = answers(platform.discovery(), requests);
    List<List<Ranked>> replayed = platform.replayed(discovery -> answers(discovery, requests));

    assertEquals(logged, replayed);
    assertTrue(
        logged.getFirst().stream().flatMap(one -> one.parts().stream()).count() > 5L * ITEMS);
  }

  @Test
  void anotherEventGivesOtherValues() {
    List<Requests.Rank> requests =
        List.of(new Requests.Rank(items, Optional.empty(), false, Asked.by("u-moving")));
    Asked.complete("u-moving", items.get(1));
    List<List<Ranked>> before = answers(platform.discovery(), requests);

    Asked.complete("u-moving", items.get(2));

    assertFalse(before.equals(platform.replayed(discovery -> answers(discovery, requests))));
  }
}
