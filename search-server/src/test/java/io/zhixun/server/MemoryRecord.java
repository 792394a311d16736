package io.zhixun.server;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.search.serving.Live;
import io.zhixun.server.api.Records;
import io.zhixun.store.Change;
import io.zhixun.store.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** The record and the live state in memory, with the store's rules. Safe for many threads. */
final class MemoryRecord implements Live, Records {
  private final Map<ItemId, StoredItem> items = new TreeMap<>();
  private final Map<ItemId, Long> lastVersions = new HashMap<>();
  private final Map<String, StoredEvent> events = new HashMap<>();
  private final Map<UserId, UserProfile> profiles = new TreeMap<>();
  private final Set<UserId> impersonal = new HashSet<>();
  private final List<Warning> warnings = new ArrayList<>();
  private boolean ready = true;
  private long seq;
  private Optional<RuntimeException> failure = Optional.empty();

  @Override
  public synchronized WriteResult accept(List<Change> changes) {
    failure.ifPresent(
        thrown -> {
          throw thrown;
        });
    return new WriteResult(changes.stream().map(this::apply).toList(), seq);
  }

  private Outcome apply(Change change) {
    return switch (change) {
      case Change.PutItem(Item item, OptionalLong expected) -> put(item, expected);
      case Change.DeleteItem(ItemId id, OptionalLong expected) -> delete(id, expected);
      case Change.AppendEvent(Event event) -> append(event);
      case Change.PutProfile(UserProfile profile) -> {
        profiles.put(profile.id(), profile);
        yield new Outcome.Accepted(++seq, 1);
      }
      case Change.SetPersonalisation(UserId user, boolean enabled) -> {
        boolean changed = enabled ? impersonal.remove(user) : impersonal.add(user);
        yield changed ? new Outcome.Accepted(++seq, 1) : new Outcome.Duplicate();
      }
      case Change.PutRule _, Change.DeleteRule _ -> new Outcome.Accepted(++seq, 1);
    };
  }

  private Outcome put(Item item, OptionalLong expected) {
    Optional<StoredItem> before = item(item.id());
    long actual = before.map(StoredItem::version).orElse(0L);
    if (expected.isPresent() && expected.getAsLong() != actual) {
      return new Outcome.VersionMismatch(actual);
    }
    if (before.isPresent() && before.get().item().equals(item)) {
      return new Outcome.Duplicate();
    }
    long version = lastVersions.merge(item.id(), 1L, Long::sum);
    items.put(item.id(), new StoredItem(item, version));
    return new Outcome.Accepted(++seq, version);
  }

  private Outcome delete(ItemId id, OptionalLong expected) {
    Optional<StoredItem> before = item(id);
    if (before.isEmpty()) {
      return new Outcome.NotFound();
    }
    if (expected.isPresent() && expected.getAsLong() != before.get().version()) {
      return new Outcome.VersionMismatch(before.get().version());
    }
    items.remove(id);
    return new Outcome.Accepted(++seq, lastVersions.merge(id, 1L, Long::sum));
  }

  private Outcome append(Event event) {
    StoredEvent before = events.get(event.id());
    if (before == null) {
      events.put(event.id(), new StoredEvent(++seq, event));
      return new Outcome.Accepted(seq, 1);
    }
    return withoutReceipt(before.event()).equals(withoutReceipt(event))
        ? new Outcome.Duplicate()
        : new Outcome.Conflict("event " + event.id() + " is there already, with other content");
  }

  /** The event as a text from which the time of receipt is gone. */
  private static String withoutReceipt(Event event) {
    return event.toString().replace(event.header().receivedAt().toString(), "");
  }

  @Override
  public synchronized boolean awaitSeq(long wanted, Duration atMost) {
    return seq >= wanted;
  }

  @Override
  public synchronized long seq() {
    return seq;
  }

  @Override
  public synchronized String generation() {
    return "snapshot@" + seq;
  }

  @Override
  public synchronized boolean isReady() {
    return ready;
  }

  synchronized void setReady(boolean now) {
    ready = now;
  }

  synchronized void warn(String code, String detail) {
    warnings.add(new Warning(code, detail));
  }

  synchronized void fail(RuntimeException thrown) {
    failure = Optional.of(thrown);
  }

  @Override
  public synchronized List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  synchronized Collection<Item> all() {
    return items.values().stream().map(StoredItem::item).toList();
  }

  /** When the event was received, as it is kept. */
  synchronized Event event(String id) {
    return events.get(id).event();
  }

  /** When something happened, according to what is kept. */
  synchronized Instant at(String event) {
    return event(event).at();
  }

  @Override
  public synchronized Optional<StoredItem> item(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  @Override
  public synchronized Optional<UserProfile> profile(UserId id) {
    return Optional.ofNullable(profiles.get(id));
  }

  @Override
  public synchronized boolean isPersonalised(UserId id) {
    return !impersonal.contains(id);
  }

  @Override
  public synchronized List<LearnerRow> learners(Optional<UserId> after, int size) {
    Map<UserId, Long> counts = new TreeMap<>();
    profiles.keySet().forEach(user -> counts.put(user, 0L));
    for (StoredEvent event : events.values()) {
      event.event().user().ifPresent(user -> counts.merge(user, 1L, Long::sum));
    }
    return counts.entrySet().stream()
        .filter(entry -> after.map(last -> entry.getKey().compareTo(last) > 0).orElse(true))
        .limit(size)
        .map(entry -> new LearnerRow(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public synchronized List<StoredEvent> history(UserId id, long before, int size) {
    return events.values().stream()
        .filter(event -> event.event().user().equals(Optional.of(id)) && event.seq() < before)
        .sorted(Comparator.comparingLong(StoredEvent::seq).reversed())
        .limit(size)
        .toList();
  }
}
