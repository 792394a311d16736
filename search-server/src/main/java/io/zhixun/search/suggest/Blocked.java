package io.zhixun.search.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Words that are never suggested, wherever in a text they stand and whatever spaces or signs are
 * between their characters; a word of Latin letters only as a whole word.
 */
final class Blocked {
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Set<String> wholeWords = new HashSet<>();
  private final List<String> anywhere;
  private final UnaryOperator<String> fold;

  Blocked(List<String> words, UnaryOperator<String> fold) {
    this.fold = fold;
    List<String> folded =
        words.stream().map(word -> SIGNS.matcher(fold.apply(word)).replaceAll("")).toList();
    folded.stream().filter(Blocked::isLatin).forEach(wholeWords::add);
    anywhere = folded.stream().filter(word -> !word.isEmpty() && !isLatin(word)).toList();
  }

  private static boolean isLatin(String word) {
    return word.chars().allMatch(unit -> unit < 0x80);
  }

  boolean holds(String text) {
    if (wholeWords.isEmpty() && anywhere.isEmpty()) {
      return false;
    }
    String folded = fold.apply(text);
    String bare = SIGNS.matcher(folded).replaceAll("");
    return anywhere.stream().anyMatch(bare::contains)
        || (!wholeWords.isEmpty() && SIGNS.splitAsStream(folded).anyMatch(wholeWords::contains));
  }
}
