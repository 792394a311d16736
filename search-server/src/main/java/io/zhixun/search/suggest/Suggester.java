package io.zhixun.search.suggest;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.suggest.EntryMaker.Identity;
import io.zhixun.search.suggest.Suggestion.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Suggests while somebody types. One thread tells it of changes, any number ask.
 *
 * <p>A large index is made from the whole catalogue; what came later stands in a short list beside
 * it until there is so much that a new index is made, in a thread of its own. Nothing is taken out:
 * what an entry names is looked up in the catalogue when it is shown, so that an item that was
 * withdrawn or renamed is not suggested from that moment on.
 */
public final class Suggester {
  /** At least so many later entries are searched one by one before a new index is made. */
  private static final int MIN_LATER = 2_000;

  private static final int LATER_SHARE = 32;

  private final Catalogue catalogue;
  private final SuggestSettings settings;
  private final Sounds sounds;
  private final Blocked blocked;
  private final EntryMaker maker;
  private final QueryBook queries;
  private final AtomicBoolean rebuilding = new AtomicBoolean();
  private final Object changing = new Object();
  private volatile Optional<State> state = Optional.empty();

  /**
   * What suggestions are made from.
   *
   * @param frozen what came later than the index, when a new index is being made of it
   * @param later what came after that
   */
  private record State(
      SuggestIndex index, Map<Identity, Entry> frozen, Map<Identity, Entry> later) {}

  /**
   * @param queries what was asked up to now
   * @param blocked words that are never suggested
   */
  public Suggester(
      Catalogue catalogue,
      ChineseAnalyzer analyzer,
      SuggestSettings settings,
      QueryBook queries,
      List<String> blocked) {
    this.catalogue = catalogue;
    this.settings = settings;
    this.sounds = new Sounds(analyzer);
    this.blocked = new Blocked(blocked, sounds::fold);
    this.maker = new EntryMaker(sounds, this.blocked, catalogue);
    this.queries = queries;
  }

  /** Makes the index of all that the catalogue holds now; nothing is suggested before. */
  public void build() {
    Map<Identity, Entry> later = new ConcurrentHashMap<>();
    synchronized (changing) {
      state = state.map(old -> new State(old.index(), old.later(), later));
    }
    List<Entry> entries = new ArrayList<>(maker.ofItems(catalogue.all()).values());
    queries.told().forEach(line -> maker.ofQuery(line).ifPresent(entries::add));
    SuggestIndex index = SuggestIndex.of(entries, sounds);
    synchronized (changing) {
      state = Optional.of(new State(index, Map.of(), later));
    }
  }

  /** Takes in an item that is new or was changed and is in the catalogue. */
  public void put(ItemFacts item) {
    synchronized (changing) {
      state.ifPresent(now -> now.later().putAll(maker.ofItems(List.of(item))));
    }
    state.ifPresent(this::makeRoom);
  }

  /** Takes in a search of a learner. */
  public void asked(UserId learner, String query, Instant at) {
    Optional<Entry> told = queries.asked(learner, query, at).flatMap(maker::ofQuery);
    synchronized (changing) {
      state.ifPresent(
          now ->
              told.ifPresent(
                  entry -> now.later().put(new Identity(entry.kind(), entry.folded()), entry)));
    }
  }

  private void makeRoom(State now) {
    int allowed = Math.max(MIN_LATER, now.index().size() / LATER_SHARE);
    if (now.later().size() > allowed && rebuilding.compareAndSet(false, true)) {
      Thread.ofPlatform().name("zhixun-suggest").daemon().start(this::rebuild);
    }
  }

  private void rebuild() {
    try {
      build();
    } finally {
      rebuilding.set(false);
    }
  }

  /**
   * Who asks, and what may be shown.
   *
   * @param recent the asker's own searches, newest last; none when the answer must not know them
   * @param isShown whether an item may be named
   */
  public record Asker(List<String> recent, Predicate<ItemFacts> isShown) {
    public Asker {
      recent = List.copyOf(recent);
    }
  }

  /**
   * What may be meant, best first, each text once.
   *
   * @param query as far as it was typed; any text at all. Blank: the asker's latest searches, then
   *     what is hot
   */
  public List<Suggestion> suggest(String query, Asker asker, int size, Instant now) {
    Typed typed = Typed.of(query, sounds);
    return typed.isEmpty() ? opening(asker, size, now) : matching(typed, asker, size);
  }

  private List<Suggestion> opening(Asker asker, int size, Instant now) {
    List<String> texts = new ArrayList<>();
    asker.recent().reversed().stream().distinct().limit(settings.recent()).forEach(texts::add);
    queries.hot(size + texts.size(), now).forEach(line -> texts.add(line.text()));
    Set<String> seen = new HashSet<>();
    return texts.stream()
        .filter(text -> !text.isBlank() && !blocked.holds(text) && seen.add(sounds.fold(text)))
        .limit(size)
        .map(text -> new Suggestion(text, Kind.QUERY, Optional.empty(), List.of()))
        .toList();
  }

  private List<Suggestion> matching(Typed typed, Asker asker, int size) {
    List<Suggestion> suggestions = new ArrayList<>(size);
    Set<String> seen = new HashSet<>();
    PriorityQueue<Finder.Found> best = found(typed, size);
    while (!best.isEmpty() && suggestions.size() < size) {
      Finder.Found found = best.remove();
      Entry entry = found.entry();
      if (!seen.contains(entry.folded())) {
        suggestion(found, asker)
            .ifPresent(
                suggestion -> {
                  seen.add(entry.folded());
                  suggestions.add(suggestion);
                });
      }
    }
    return suggestions;
  }

  private PriorityQueue<Finder.Found> found(Typed typed, int size) {
    State now = state.orElse(new State(SuggestIndex.EMPTY, Map.of(), Map.of()));
    List<Entry> later = new ArrayList<>(now.later().values());
    later.addAll(now.frozen().values());
    return new Finder(now.index(), later, typed, sounds).find(size);
  }

  private Optional<Suggestion> suggestion(Finder.Found found, Asker asker) {
    Entry entry = found.entry();
    Optional<ItemFacts> bearer = bearer(entry, asker.isShown());
    if (entry.kind() != Kind.QUERY && bearer.isEmpty()) {
      return Optional.empty();
    }
    Optional<ItemId> item =
        entry.kind() == Kind.TITLE ? bearer.map(ItemFacts::id) : Optional.empty();
    return Optional.of(new Suggestion(entry.text(), entry.kind(), item, found.match().spans()));
  }

  /** An item that carries the name now and may be shown. */
  private Optional<ItemFacts> bearer(Entry entry, Predicate<ItemFacts> isShown) {
    for (int i = 0; i < entry.items(); i++) {
      Optional<ItemFacts> item =
          catalogue.at(entry.row(i)).filter(isShown).filter(one -> isNamed(one, entry));
      if (item.isPresent()) {
        return item;
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(ItemFacts item, Entry entry) {
    return switch (entry.kind()) {
      case TITLE -> item.title().equals(entry.text());
      case AUTHOR -> item.authors().contains(entry.text());
      case TAG -> item.tags().contains(entry.text());
      case QUERY -> false;
    };
  }
}
