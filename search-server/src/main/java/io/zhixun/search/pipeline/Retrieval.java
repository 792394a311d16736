package io.zhixun.search.pipeline;

import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.lexical.Matches;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.pipeline.Requests.Mode;
import io.zhixun.search.semantic.Fusion;
import io.zhixun.search.semantic.Near;
import io.zhixun.search.semantic.Nearest;
import io.zhixun.search.semantic.SemanticIndex;
import io.zhixun.search.serving.Generation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What matches a query: by words, by meaning, or by both in one order. Meaning says nothing where
 * somebody asked for words: a title as it is written, a "phrase", or an operator.
 */
final class Retrieval {
  private static final Pattern OPERATOR = Pattern.compile("[\"“”「」:：]|(^|\\s)[-－]\\S");

  private static final List<String> BY_WORDS = List.of("lexical");
  private static final List<String> BY_MEANING = List.of("semantic");
  private static final List<String> BY_BOTH = List.of("lexical", "semantic");

  private final Generation generation;

  Retrieval(Generation generation) {
    this.generation = generation;
  }

  /**
   * What was found.
   *
   * @param byWords rows that the words match
   * @param byMeaning rows that are near enough to match
   */
  record Found(
      Matches matches,
      Set<Integer> byWords,
      Set<Integer> byMeaning,
      Optional<Degradation> missing) {
    /** Nothing, not even a reason. */
    static final Found NOTHING = new Found(new Matches(), Set.of(), Set.of(), Optional.empty());

    List<String> sources(int row) {
      if (!byMeaning.contains(row)) {
        return BY_WORDS;
      }
      return byWords.contains(row) ? BY_BOTH : BY_MEANING;
    }
  }

  Found find(String query, Mode mode) {
    Matches words = mode == Mode.SEMANTIC ? new Matches() : generation.lexical().search(query);
    boolean wantsWords = mode == Mode.LEXICAL || query.isBlank() || OPERATOR.matcher(query).find();
    if (wantsWords || namesTitle(query, words)) {
      return new Found(
          mode == Mode.SEMANTIC ? generation.lexical().search(query) : words,
          Set.of(),
          Set.of(),
          Optional.empty());
    }
    return switch (generation.semantic().near(query)) {
      case Nearest.Items(List<Near> items) -> fused(query, words, items);
      case Nearest.Missing(Nearest.Why why) ->
          new Found(
              words, Set.of(), Set.of(), Optional.of(new Degradation("semantic", why.name())));
    };
  }

  /** Whether the best match by words is called what was typed. */
  private boolean namesTitle(String query, Matches words) {
    int best = -1;
    for (int i = 0; i < words.size(); i++) {
      best = best < 0 || words.score(i) > words.score(best) ? i : best;
    }
    return best >= 0
        && generation
            .items()
            .at(words.row(best))
            .map(ItemFacts::title)
            .filter(title -> generation.semantic().isTitle(query, title))
            .isPresent();
  }

  private Found fused(String query, Matches words, List<Near> nearest) {
    SemanticIndex semantic = generation.semantic();
    Map<Integer, Float> cosines = new HashMap<>();
    nearest.forEach(near -> cosines.put(near.row(), near.cosine()));
    double best = 0;
    for (int i = 0; i < words.size(); i++) {
      best = Math.max(best, words.score(i));
    }
    int letters = (int) query.codePoints().filter(Character::isLetterOrDigit).count();
    Fusion fusion = new Fusion(semantic.settings().weight(letters), nearest, best);
    Matches all = new Matches();
    Set<Integer> byWords = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      int row = words.row(i);
      byWords.add(row);
      all.add(row, (float) fusion.score(words.score(i), cosines.getOrDefault(row, Float.NaN)));
    }
    Set<Integer> byMeaning = new HashSet<>();
    nearest.stream()
        .limit(semantic.settings().hits())
        .filter(near -> near.cosine() >= semantic.settings().floor())
        .forEach(
            near -> {
              byMeaning.add(near.row());
              if (!byWords.contains(near.row())) {
                all.add(near.row(), (float) fusion.score(0, near.cosine()));
              }
            });
    all.explainLike(words);
    all.leaveOpen(words.openness());
    return new Found(all, byWords, byMeaning, Optional.empty());
  }
}
