package io.zhixun.cli;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.server.access.Grant;
import io.zhixun.server.access.Role;
import io.zhixun.server.api.Records;
import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.Key;
import io.zhixun.store.Store;
import java.util.List;
import java.util.Optional;

/** The store in the terms of the server. */
record StoreRecords(Store store) implements Records {
  @Override
  public Optional<StoredItem> item(ItemId id) {
    return store.item(id).map(stored -> new StoredItem(stored.item(), stored.version()));
  }

  @Override
  public Optional<UserProfile> profile(UserId id) {
    return store.profile(id);
  }

  @Override
  public boolean isPersonalised(UserId id) {
    return store.settings(id).personalised();
  }

  @Override
  public List<LearnerRow> learners(Optional<UserId> after, int size) {
    return store.users(after, size).stream()
        .map(user -> new LearnerRow(user.id(), user.events()))
        .toList();
  }

  @Override
  public List<StoredEvent> history(UserId id, long before, int size) {
    return store.history(id, before, size).stream()
        .map(entry -> new StoredEvent(entry.seq(), event(entry)))
        .toList();
  }

  private static Event event(Entry entry) {
    if (entry.change() instanceof Change.AppendEvent(Event event)) {
      return event;
    }
    throw new IllegalStateException("a history must hold events, got " + entry.change());
  }

  /** What a presented key gives; empty when it is none that lives. */
  Optional<Grant> grant(String presented) {
    return store.keys().find(presented).map(StoreRecords::grant);
  }

  private static Grant grant(Key key) {
    Role role =
        switch (key.grant().role()) {
          case ADMIN -> Role.ADMIN;
          case EDITOR -> Role.EDITOR;
          case RANKER -> Role.RANKER;
          case EVENTS -> Role.EVENTS;
          case READER -> Role.READER;
        };
    return new Grant(key.id(), role, key.grant().learner(), key.grant().expires());
  }
}
