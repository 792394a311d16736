package io.zhixun.search.remedy;

import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Token;
import io.zhixun.ranking.feature.ItemFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The terms that visible items carry, found again by sound, by one character less, and by
 * characters. Immutable.
 *
 * <p>A term that differs in one character shares a form with one character left out, so looking one
 * up costs its length and not the number of terms.
 */
final class KnownTerms {
  /** Longer ones are sentences that nobody means by another word. */
  private static final int LONGEST = 16;

  /** Terms that hold a character are compared one by one, at most so many. */
  private static final int MOST_COMPARED = 5_000;

  static final Comparator<Known> MOST_BORNE =
      Comparator.comparingInt((Known known) -> -known.bearers()).thenComparing(Known::text);

  private final ChineseAnalyzer analyzer;
  private final Map<String, Known> byForm = new HashMap<>();
  private final Map<String, List<Known>> bySound = new HashMap<>();
  private final Map<String, List<Known>> byPart = new HashMap<>();
  private final Map<Integer, List<Known>> byCharacter = new HashMap<>();

  /**
   * A term.
   *
   * @param form in which it is compared
   * @param bearers items that carry it
   */
  record Known(String text, String form, int bearers) {}

  /**
   * Gathers the terms.
   *
   * @param words cuts a title into words; none where that would take too long
   */
  KnownTerms(
      Iterable<ItemFacts> items,
      Instant now,
      ChineseAnalyzer analyzer,
      Function<String, List<String>> words) {
    this.analyzer = analyzer;
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Integer> bearers = new HashMap<>();
    for (ItemFacts item : items) {
      if (item.isVisibleAt(now)) {
        Set<String> forms = new HashSet<>();
        for (String text : terms(item, words)) {
          String form = analyzer.exact(text);
          if (form.length() >= 2 && form.length() <= LONGEST && forms.add(form)) {
            texts.putIfAbsent(form, text.strip());
            bearers.merge(form, 1, Integer::sum);
          }
        }
      }
    }
    texts.forEach((form, text) -> add(new Known(text, form, bearers.get(form))));
  }

  private static List<String> terms(ItemFacts item, Function<String, List<String>> words) {
    List<String> terms = new ArrayList<>(item.tags());
    terms.addAll(item.authors());
    terms.addAll(item.category());
    terms.add(item.title());
    terms.addAll(words.apply(item.title()));
    return terms;
  }

  private void add(Known known) {
    byForm.put(known.form(), known);
    put(bySound, sound(known.form()), known);
    parts(known.form()).forEach(part -> put(byPart, part, known));
    known.form().codePoints().distinct().forEach(one -> put(byCharacter, one, known));
  }

  private static <K> void put(Map<K, List<Known>> index, K key, Known known) {
    index.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(known);
  }

  /** What sounds the same, or is the same written in pinyin. */
  Optional<Known> soundingLike(String text) {
    return best(bySound.getOrDefault(sound(analyzer.exact(text)), List.of()), analyzer.exact(text));
  }

  /** What differs in one character: another one, one more or one less. */
  Optional<Known> oneOff(String text) {
    String form = analyzer.exact(text);
    List<Known> near = new ArrayList<>(byPart.getOrDefault(form, List.of()));
    parts(form)
        .forEach(
            part -> {
              near.addAll(byPart.getOrDefault(part, List.of()));
              Optional.ofNullable(byForm.get(part)).ifPresent(near::add);
            });
    return best(near, form);
  }

  private static Optional<Known> best(List<Known> near, String form) {
    return near.stream().filter(known -> !known.form().equals(form)).min(MOST_BORNE);
  }

  /** What shares most characters, at least half of those of both together. */
  Optional<Known> overlapping(String text) {
    String form = analyzer.exact(text);
    Set<Integer> wanted = characters(form);
    Set<Known> candidates = new HashSet<>();
    for (int one : wanted) {
      byCharacter.getOrDefault(one, List.of()).stream()
          .limit(MOST_COMPARED)
          .forEach(candidates::add);
    }
    return candidates.stream()
        .filter(known -> !known.form().equals(form) && shared(wanted, known) >= 0.5)
        .min(
            Comparator.comparingDouble((Known known) -> -shared(wanted, known))
                .thenComparing(MOST_BORNE));
  }

  /** Twice the characters that both have, by the characters of both. */
  private static double shared(Set<Integer> wanted, Known known) {
    Set<Integer> own = characters(known.form());
    long both = own.stream().filter(wanted::contains).count();
    return 2.0 * both / (own.size() + wanted.size());
  }

  private static Set<Integer> characters(String form) {
    Set<Integer> characters = new HashSet<>();
    form.codePoints().filter(Character::isLetterOrDigit).forEach(characters::add);
    return characters;
  }

  /** The form with one character left out, each in turn; none of forms of two characters. */
  private static Set<String> parts(String form) {
    int[] points = form.codePoints().toArray();
    Set<String> parts = new HashSet<>();
    for (int out = 0; points.length > 2 && out < points.length; out++) {
      StringBuilder part = new StringBuilder();
      for (int i = 0; i < points.length; i++) {
        if (i != out) {
          part.appendCodePoint(points[i]);
        }
      }
      parts.add(part.toString());
    }
    return parts;
  }

  /** Syllables in a row without tones; what has none stands for itself. */
  private String sound(String form) {
    StringBuilder sound = new StringBuilder();
    int end = 0;
    for (Token token : analyzer.tokens(Granularity.PINYIN, form)) {
      if (token.start() >= end) {
        sound.append(token.term());
        end = token.end();
      }
    }
    return sound.toString();
  }
}
