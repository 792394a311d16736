package io.zhixun.indexer.build;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Access;
import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Status;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.ItemQuality;
import io.zhixun.corpus.check.Problem;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a whole catalogue as an editor would: what is accepted, but serves learners badly.
 * Withdrawn items are left out.
 */
public final class CatalogueReview {
  /** A summary with fewer characters says too little to be found by. */
  static final int THIN_SUMMARY = 20;

  /** Something with chapters usually has more. */
  static final int FEW_CHAPTERS = 3;

  /** How many others of one title a finding names. */
  private static final int NAMED = 3;

  private static final Set<Format> WITH_CHAPTERS =
      Set.of(Format.COURSE, Format.EBOOK, Format.COLUMN);

  /** Fields that this review has kinds of its own for. */
  private static final Set<String> REVIEWED_HERE = Set.of("/summary", "/priceFen");

  private final ChineseAnalyzer analyzer;

  public CatalogueReview(ChineseAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** All findings, by item and then by kind. */
  public List<Finding> findings(List<Item> items) {
    Map<ItemId, Item> kept = new LinkedHashMap<>();
    for (Item item : items) {
      if (item.status() != Status.WITHDRAWN) {
        kept.put(item.id(), item);
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Item item : kept.values()) {
      ofOne(item, findings);
      deadPrerequisites(item, kept, findings);
    }
    duplicateTitles(kept.values(), findings);
    for (List<ItemId> cycle : new PrerequisiteCycles(kept).find()) {
      String names = String.join(" → ", cycle.stream().map(ItemId::value).toList());
      findings.add(
          new Finding(
              cycle.getFirst(),
              Finding.Kind.PREREQUISITE_CYCLE,
              names + " → " + cycle.getFirst() + " can never be begun"));
    }
    findings.sort(Comparator.comparing(Finding::item).thenComparing(Finding::kind));
    return findings;
  }

  private static void ofOne(Item item, List<Finding> findings) {
    String summary = item.text().summary().orElse("").strip();
    int characters = summary.codePointCount(0, summary.length());
    if (characters < THIN_SUMMARY) {
      add(findings, item, Finding.Kind.THIN_SUMMARY, "summary has " + characters + " characters");
    }
    if (item.offer().access() == Access.PURCHASE && item.offer().priceFen().isEmpty()) {
      add(findings, item, Finding.Kind.PURCHASE_WITHOUT_PRICE, "a purchase without a price");
    }
    int chapters = item.text().outline().size();
    if (WITH_CHAPTERS.contains(item.format()) && chapters < FEW_CHAPTERS) {
      add(findings, item, Finding.Kind.FEW_CHAPTERS, "outline has " + chapters + " chapters");
    }
    for (Problem note : ItemQuality.notes(item)) {
      boolean isMissing = note.code() == Problem.Code.MISSING;
      if (!isMissing || !REVIEWED_HERE.contains(note.pointer())) {
        add(findings, item, Finding.Kind.UNTIDY, note.pointer() + ": " + note.detail());
      }
    }
  }

  private static void deadPrerequisites(Item item, Map<ItemId, Item> kept, List<Finding> findings) {
    for (ItemId needed : item.audience().prerequisites()) {
      if (!kept.containsKey(needed)) {
        add(
            findings,
            item,
            Finding.Kind.DEAD_PREREQUISITE,
            "prerequisite " + needed + " is not in the catalogue or was withdrawn");
      }
    }
  }

  private void duplicateTitles(Iterable<Item> items, List<Finding> findings) {
    Map<String, List<Item>> byTitle = new LinkedHashMap<>();
    for (Item item : items) {
      String title = analyzer.exact(item.text().title());
      byTitle.computeIfAbsent(title, _ -> new ArrayList<>()).add(item);
    }
    for (List<Item> same : byTitle.values()) {
      Map<String, Long> sizeOfWork =
          same.stream().collect(Collectors.groupingBy(Item::work, Collectors.counting()));
      if (sizeOfWork.size() > 1) {
        same.sort(Comparator.comparing(Item::id));
        for (Item item : same) {
          long others = same.size() - sizeOfWork.get(item.work());
          add(findings, item, Finding.Kind.DUPLICATE_TITLE, shown(item, same, others));
        }
      }
    }
  }

  private static String shown(Item item, List<Item> same, long others) {
    String first =
        same.stream()
            .filter(other -> !other.work().equals(item.work()))
            .limit(NAMED)
            .map(other -> other.id().value())
            .collect(Collectors.joining(", "));
    String more = others > NAMED ? " and " + (others - NAMED) + " more" : "";
    return "《" + item.text().title() + "》 is also the title of " + first + more;
  }

  private static void add(List<Finding> findings, Item item, Finding.Kind kind, String detail) {
    findings.add(new Finding(item.id(), kind, detail));
  }
}
