package io.zhixun.search.remedy;

import io.zhixun.config.SettingsException;
import io.zhixun.config.SynonymRule;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.analytics.Report.Next;
import io.zhixun.search.analytics.Report.QueryLine;
import io.zhixun.search.remedy.KnownTerms.Known;
import io.zhixun.search.remedy.Remedy.Why;
import io.zhixun.search.semantic.Near;
import io.zhixun.search.semantic.Nearest;
import io.zhixun.search.serving.Generation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposals for queries, from one state of the catalogue; made once and asked often. */
public final class Remedies {
  private static final int MOST = 4;

  /** Cutting every title takes too long in a larger catalogue. */
  private static final int TITLES_CUT = 20_000;

  /** Items by meaning that are asked for their tags. */
  private static final int NEAREST = 8;

  private static final double FAINT = 0.25;
  private static final int SHORTEST_WORD = 2;
  private static final int LONGEST_WORD = 8;

  private final Generation generation;
  private final Instant now;
  private final ChineseAnalyzer analyzer;
  private final KnownTerms known;

  private Remedies(Generation generation, Instant now, ChineseAnalyzer analyzer, KnownTerms known) {
    this.generation = generation;
    this.now = now;
    this.analyzer = analyzer;
    this.known = known;
  }

  /**
   * Reads the catalogue of a generation, which must stay open while this is asked.
   *
   * @param analyzer folds terms and tells how they sound
   */
  public static Remedies of(Generation generation, Instant now, ChineseAnalyzer analyzer) {
    boolean small = generation.items().size() <= TITLES_CUT;
    KnownTerms known =
        new KnownTerms(
            generation.items().newestFirst(),
            now,
            analyzer,
            title -> small ? generation.lexical().words(title) : List.of());
    return new Remedies(generation, now, analyzer, known);
  }

  /** What may be done about a query, the surest first; never nothing. */
  public List<Remedy> of(QueryLine line) {
    List<Remedy> remedies = new ArrayList<>();
    torn(line.text()).ifPresent(remedies::add);
    synonyms(line).values().stream().limit(MOST).forEach(remedies::add);
    return remedies.isEmpty() ? List.of(new Remedy.Missing()) : List.copyOf(remedies);
  }

  private Map<String, Remedy> synonyms(QueryLine line) {
    String query = line.text();
    Map<String, Remedy> found = new LinkedHashMap<>();
    for (Next next : line.next()) {
      add(found, query, new Remedy.Synonym(next.text(), Why.SEARCHED_NEXT, next.times()));
    }
    add(found, query, known.soundingLike(query), Why.SAME_SOUND);
    add(found, query, known.oneOff(query), Why.ONE_CHARACTER_OFF);
    add(found, query, known.overlapping(query), Why.SHARED_CHARACTERS);
    meant(query).ifPresent(synonym -> add(found, query, synonym));
    return found;
  }

  private void add(Map<String, Remedy> found, String query, Optional<Known> term, Why why) {
    term.ifPresent(one -> add(found, query, new Remedy.Synonym(one.text(), why, one.bearers())));
  }

  private void add(Map<String, Remedy> found, String query, Remedy.Synonym synonym) {
    boolean saysMore = !analyzer.exact(synonym.target()).equals(analyzer.exact(query));
    if (saysMore && isRule(query, synonym.target())) {
      found.putIfAbsent(analyzer.exact(synonym.target()), synonym);
    }
  }

  /** The line of synonyms that lets a query find what a term finds. */
  public static String line(String query, String target) {
    return query.strip() + " => " + target.strip();
  }

  private static boolean isRule(String query, String target) {
    try {
      SynonymRule.parse("", line(query, target));
      return true;
    } catch (SettingsException e) {
      return false;
    }
  }

  /** The tag that most of the items have that are nearest in meaning. */
  private Optional<Remedy.Synonym> meant(String query) {
    if (!(generation.semantic().near(query) instanceof Nearest.Items(List<Near> items))) {
      return Optional.empty();
    }
    Map<String, Integer> tags = new HashMap<>();
    items.stream()
        .limit(NEAREST)
        .filter(near -> near.cosine() >= FAINT)
        .flatMap(near -> generation.items().at(near.row()).stream())
        .filter(item -> item.isVisibleAt(now))
        .forEach(item -> item.tags().forEach(tag -> tags.merge(tag, 1, Integer::sum)));
    return tags.entrySet().stream()
        .map(entry -> new Known(entry.getKey(), entry.getKey(), entry.getValue()))
        .min(KnownTerms.MOST_BORNE)
        .map(tag -> new Remedy.Synonym(tag.text(), Why.NEAR_IN_MEANING, tag.bearers()));
  }

  /** A short Chinese word that titles or tags hold, and that is cut into single characters. */
  private Optional<Remedy> torn(String query) {
    String word = query.strip();
    boolean isWord =
        word.length() >= SHORTEST_WORD
            && word.length() <= LONGEST_WORD
            && word.codePoints().allMatch(Character::isIdeographic);
    if (!isWord || generation.lexical().words(word).stream().anyMatch(part -> part.length() > 1)) {
      return Optional.empty();
    }
    String form = analyzer.exact(word);
    long bearers = 0;
    for (ItemFacts item : generation.items().newestFirst()) {
      boolean holds =
          analyzer.exact(item.title()).contains(form)
              || item.tags().stream().anyMatch(tag -> analyzer.exact(tag).contains(form));
      bearers += holds && item.isVisibleAt(now) ? 1 : 0;
    }
    return bearers == 0 ? Optional.empty() : Optional.of(new Remedy.Word(word, bearers));
  }
}
