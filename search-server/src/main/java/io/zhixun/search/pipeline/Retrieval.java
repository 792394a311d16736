package io.zhixun.search.pipeline;

import io.zhixun.corpus.Item.Status;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.search.lexical.LexicalIndex;
import io.zhixun.search.lexical.Matches;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.pipeline.Requests.Mode;
import io.zhixun.search.semantic.Fusion;
import io.zhixun.search.semantic.Near;
import io.zhixun.search.semantic.Nearest;
import io.zhixun.search.semantic.SemanticIndex;
import io.zhixun.search.serving.Generation;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What matches a query: by words, by meaning, or by both in one order. Meaning says nothing where
 * somebody asked for words: a title as it is written, a "phrase", or an operator. What is found
 * first says more closely what is meant, and is put in order by that.
 */
final class Retrieval {
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
    boolean wantsWords =
        mode == Mode.LEXICAL || query.isBlank() || LexicalIndex.wantsExactly(query);
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
    Set<Integer> byMeaning = new LinkedHashSet<>();
    nearest.stream()
        .limit(semantic.settings().hits())
        .filter(near -> near.cosine() >= semantic.settings().floor())
        .forEach(near -> byMeaning.add(near.row()));
    Set<Integer> byWords = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      byWords.add(words.row(i));
    }
    int letters = (int) query.codePoints().filter(Character::isLetterOrDigit).count();
    double weight = semantic.settings().weight(letters);
    double best = bestScore(words);
    Matches all = inOrder(words, byMeaning, new Fusion(weight, nearest, best));
    if (words.size() > 0) { // by meaning alone there is nothing that meaning lacks
      List<Integer> found = leaders(all, semantic.settings().feedback().hits());
      Optional<List<Near>> moved = semantic.near(query, found);
      if (moved.isPresent()) {
        all = inOrder(words, byMeaning, new Fusion(weight, moved.get(), best));
      }
    }
    all.explainLike(words);
    all.leaveOpen(words.openness());
    return new Found(all, byWords, byMeaning, Optional.empty());
  }

  /** What matches by words or by meaning, scored by both. */
  private static Matches inOrder(Matches words, Set<Integer> byMeaning, Fusion fusion) {
    Matches all = new Matches();
    Set<Integer> left = new LinkedHashSet<>(byMeaning);
    for (int i = 0; i < words.size(); i++) {
      int row = words.row(i);
      left.remove(row);
      all.add(row, (float) fusion.score(words.score(i), row));
    }
    left.forEach(row -> all.add(row, (float) fusion.score(0, row)));
    return all;
  }

  private static double bestScore(Matches words) {
    double best = 0;
    for (int i = 0; i < words.size(); i++) {
      best = Math.max(best, words.score(i));
    }
    return best;
  }

  /** The rows of the best matches among what is published. */
  private List<Integer> leaders(Matches matches, int limit) {
    TopRows best = new TopRows(limit);
    for (int i = 0; i < matches.size(); i++) {
      boolean published =
          generation
              .items()
              .at(matches.row(i))
              .filter(item -> item.status() == Status.PUBLISHED)
              .isPresent();
      if (published) {
        best.offer(matches.row(i), matches.score(i));
      }
    }
    ScoredRows sorted = best.drain();
    return IntStream.range(0, sorted.size()).mapToObj(sorted::row).toList();
  }
}
