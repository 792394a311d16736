package io.zhixun.search.serving;

import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.policy.Catalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The facts of every item of a generation, by row and by id, with the few lists that candidate
 * sources start from. One thread changes it, any number read it at the same time.
 */
public final class ItemTable implements Catalogue {
  private static final Comparator<ItemFacts> NEWEST_FIRST =
      Comparator.comparing(
              (ItemFacts item) -> item.dates().published().map(p -> -p.toEpochMilli()).orElse(0L))
          .thenComparing(ItemFacts::id);

  private volatile AtomicReferenceArray<ItemFacts> byRow = new AtomicReferenceArray<>(1_024);
  private final AtomicLong edits = new AtomicLong();
  private final Map<ItemId, ItemFacts> byId = new ConcurrentHashMap<>();
  private final Map<String, Set<ItemFacts>> byTag = new ConcurrentHashMap<>();
  private final Map<String, Set<ItemFacts>> byWork = new ConcurrentHashMap<>();
  private final Map<String, Set<ItemFacts>> byPrerequisite = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<ItemFacts> newest = new ConcurrentSkipListSet<>(NEWEST_FIRST);

  /** Grows with every change: what was derived from the table before may no longer hold. */
  public long edits() {
    return edits.get();
  }

  /** Adds an item, or replaces what was known of it. */
  public void put(ItemFacts item) {
    remove(item.id());
    AtomicReferenceArray<ItemFacts> rows = byRow;
    if (item.row() >= rows.length()) {
      rows = grown(rows, item.row());
      byRow = rows;
    }
    rows.set(item.row(), item);
    item.tags().forEach(tag -> setOf(byTag, tag).add(item));
    setOf(byWork, item.work()).add(item);
    item.prerequisites().forEach(id -> setOf(byPrerequisite, id.value()).add(item));
    newest.add(item);
    byId.put(item.id(), item);
    edits.incrementAndGet();
  }

  /** Forgets an item. */
  public void remove(ItemId id) {
    ItemFacts old = byId.remove(id);
    if (old == null) {
      return;
    }
    byRow.set(old.row(), null);
    old.tags().forEach(tag -> setOf(byTag, tag).remove(old));
    setOf(byWork, old.work()).remove(old);
    old.prerequisites().forEach(before -> setOf(byPrerequisite, before.value()).remove(old));
    newest.remove(old);
    edits.incrementAndGet();
  }

  private static AtomicReferenceArray<ItemFacts> grown(
      AtomicReferenceArray<ItemFacts> rows, int row) {
    var larger = new AtomicReferenceArray<ItemFacts>(Math.max(row + 1, rows.length() * 2));
    for (int r = 0; r < rows.length(); r++) {
      larger.setPlain(r, rows.get(r));
    }
    return larger;
  }

  private static Set<ItemFacts> setOf(Map<String, Set<ItemFacts>> index, String key) {
    return index.computeIfAbsent(key, _ -> ConcurrentHashMap.newKeySet());
  }

  @Override
  public Optional<ItemFacts> of(ItemId id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<ItemFacts> at(int row) {
    AtomicReferenceArray<ItemFacts> rows = byRow;
    return row < 0 || row >= rows.length() ? Optional.empty() : Optional.ofNullable(rows.get(row));
  }

  /** The items that carry a tag, in no particular order. */
  public Collection<ItemFacts> tagged(String tag) {
    return byTag.getOrDefault(tag, Set.of());
  }

  /**
   * How much a tag says: ln(N / n) as a share of the most it could be, so 0 for a tag on every item
   * and 1 for one on a single item.
   */
  public double specificity(String tag) {
    int all = size();
    int tagged = tagged(tag).size();
    return tagged == 0 || all < 2 ? 0 : Math.log((double) all / tagged) / Math.log(all);
  }

  /** The items that name an item as a prerequisite, in no particular order. */
  public Collection<ItemFacts> preparedBy(ItemId id) {
    return byPrerequisite.getOrDefault(id.value(), Set.of());
  }

  @Override
  public List<ItemFacts> editions(String work) {
    List<ItemFacts> editions = new ArrayList<>(byWork.getOrDefault(work, Set.of()));
    editions.sort(Comparator.comparing(ItemFacts::id));
    return editions;
  }

  /** Items by date of publication, newest first; those without a date come last. */
  public Iterable<ItemFacts> newestFirst() {
    return newest;
  }

  public int size() {
    return byId.size();
  }
}
