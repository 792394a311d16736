package io.zhixun.search.suggest;

import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.suggest.Entry.Name;
import io.zhixun.search.suggest.Suggestion.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes entries of items and of queries. */
final class EntryMaker {
  /** Longer ones are not matched to their end, nor is anybody helped by seeing them. */
  private static final int MAX_LENGTH = 100;

  private static final double MANY = Math.log1p(1_000);

  private final Sounds sounds;
  private final Blocked blocked;
  private final Catalogue catalogue;

  EntryMaker(Sounds sounds, Blocked blocked, Catalogue catalogue) {
    this.sounds = sounds;
    this.blocked = blocked;
    this.catalogue = catalogue;
  }

  /** A kind and a text in the form that is compared: what there is one entry of. */
  record Identity(Kind kind, String folded) {}

  /** An item that carries a name. */
  private record Bearer(int row, double popularity) {}

  private record Draft(Name name, List<Bearer> bearers) {}

  /** What some items can be found by. */
  Map<Identity, Entry> ofItems(Iterable<ItemFacts> items) {
    Map<Identity, Draft> drafts = new LinkedHashMap<>();
    for (ItemFacts item : items) {
      Bearer bearer = new Bearer(item.row(), popularity(item));
      add(drafts, new Name(Kind.TITLE, item.title()), bearer);
      item.authors().forEach(author -> add(drafts, new Name(Kind.AUTHOR, author), bearer));
      item.tags().forEach(tag -> add(drafts, new Name(Kind.TAG, tag), bearer));
    }
    Map<Identity, Entry> entries = new LinkedHashMap<>();
    drafts.forEach(
        (key, draft) -> {
          if (!blocked.holds(draft.name().text())) {
            entries.put(key, entry(key, draft));
          }
        });
    return entries;
  }

  private void add(Map<Identity, Draft> drafts, Name name, Bearer bearer) {
    if (name.text().length() <= MAX_LENGTH && !name.text().isBlank()) {
      Identity key = new Identity(name.kind(), sounds.fold(name.text()));
      drafts.computeIfAbsent(key, _ -> new Draft(name, new ArrayList<>(1))).bearers().add(bearer);
    }
  }

  private Entry entry(Identity key, Draft draft) {
    Bearer[] bearers = draft.bearers().toArray(Bearer[]::new);
    Arrays.sort(
        bearers,
        Comparator.comparingDouble((Bearer bearer) -> -bearer.popularity())
            .thenComparingInt(Bearer::row));
    double weight = bearers[0].popularity();
    if (key.kind() != Kind.TITLE) {
      weight = 0.5 * weight + 0.5 * Math.min(1, Math.log1p(bearers.length) / MANY);
    }
    int[] rows = Arrays.stream(bearers).mapToInt(Bearer::row).distinct().toArray();
    return new Entry(draft.name(), key.folded(), sounds.of(key.folded()), (float) weight, rows);
  }

  private double popularity(ItemFacts item) {
    double popularity = catalogue.popularity(item);
    return Double.isNaN(popularity) ? 0 : Math.clamp(popularity, 0, 1);
  }

  /** A query that others may see; empty when it holds a blocked word. */
  Optional<Entry> ofQuery(QueryBook.Line line) {
    if (blocked.holds(line.text())) {
      return Optional.empty();
    }
    String folded = sounds.fold(line.text());
    double weight = Math.min(1, 0.3 + Math.log1p(line.heat()) / MANY);
    Name name = new Name(Kind.QUERY, line.text());
    return Optional.of(new Entry(name, folded, sounds.of(folded), (float) weight, new int[0]));
  }
}
