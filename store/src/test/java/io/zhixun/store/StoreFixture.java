package io.zhixun.store;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A store on an empty database, and the ways in which tests talk to it. */
abstract class StoreFixture {
  Store store;

  /** Opens the database of this test: empty at first, with what was written after that. */
  abstract Store open(StoreSettings settings, InstantSource clock);

  final Store open() {
    return open(StoreSettings.DEFAULTS, InstantSource.fixed(Samples.NOON));
  }

  @BeforeEach
  void openIt() {
    store = open();
  }

  @AfterEach
  void closeIt() {
    store.close();
  }

  final void reopen() {
    store.close();
    store = open();
  }

  final List<Outcome> put(Change... changes) {
    return store.submit(List.of(changes)).join().outcomes();
  }

  final Outcome putOne(Change change) {
    return put(change).getFirst();
  }

  final List<Recorded> changes() {
    return store.changesAfter(0, Integer.MAX_VALUE).stream().map(Entry::change).toList();
  }

  final List<Long> numbers() {
    return store.changesAfter(0, Integer.MAX_VALUE).stream().map(Entry::seq).toList();
  }
}
