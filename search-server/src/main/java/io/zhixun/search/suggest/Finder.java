package io.zhixun.search.suggest;

import io.zhixun.search.suggest.Spelling.Piece;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what matches one query, in a large index and in a short list of what came after it. Looks
 * at no more than {@link #MAX_LOOKED} entries in each of its at most eight passes over the index.
 */
final class Finder {
  private static final int MAX_LOOKED = 4_000;

  /** Of any characters. */
  private static final Made ANY = new Made(0, 0);

  /** So many matches of one pass are enough to choose from. */
  private static final int ENOUGH = 300;

  private final SuggestIndex index;
  private final Collection<Entry> later;
  private final Typed typed;
  private final Sounds sounds;
  private final Matcher matcher;
  private final Map<Entry, Match> found = new HashMap<>();

  /**
   * An entry with how it matches.
   *
   * @param score larger is better
   */
  record Found(Entry entry, Match match, double score) {
    private static final Comparator<Found> BEST_FIRST =
        Comparator.comparingDouble((Found found) -> -found.score())
            .thenComparing(found -> found.entry().text())
            .thenComparing(found -> found.entry().kind());
  }

  Finder(SuggestIndex index, Collection<Entry> later, Typed typed, Sounds sounds) {
    this.index = index;
    this.later = later;
    this.typed = typed;
    this.sounds = sounds;
    this.matcher = new Matcher(typed, sounds);
  }

  /**
   * What matches, the best one at the head; of hundreds only the first few are taken.
   *
   * @param wanted weaker ways to match are tried only while there are fewer
   */
  PriorityQueue<Found> find(int wanted) {
    literal();
    if (typed.hasLetters() || found.size() < wanted) {
      spoken();
    }
    if (found.size() < wanted) {
      slips();
    }
    PriorityQueue<Found> best = new PriorityQueue<>(Math.max(1, found.size()), Found.BEST_FIRST);
    found.forEach((entry, match) -> best.add(new Found(entry, match, match.score(entry))));
    return best;
  }

  private void literal() {
    String text = typed.text();
    if (text.length() == 1) {
      pass(index.postings(Keys.start(text.charAt(0))), ANY, matcher::literal);
      pass(index.postings(Keys.character(text.charAt(0))), ANY, matcher::literal);
    } else {
      pass(index.postingsOfAll(pairs(text)), made(0), matcher::literal);
    }
    passLater(matcher::literal);
  }

  /**
   * The keys of all neighbouring characters of one word; those of a single one when there is none.
   */
  private static List<Integer> pairs(String text) {
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) != ' ' && text.charAt(i + 1) != ' ') {
        keys.add(Keys.pair(text.charAt(i), text.charAt(i + 1)));
      }
    }
    if (keys.isEmpty()) {
      text.chars()
          .filter(unit -> unit != ' ')
          .forEach(unit -> keys.add(Keys.character((char) unit)));
    }
    return keys;
  }

  /**
   * Of keys that a match has all, the one that leaves least to look at; empty when one has none.
   */
  private Optional<Integer> rarest(Collection<Integer> keys) {
    int fewest = Integer.MAX_VALUE;
    Optional<Integer> rarest = Optional.empty();
    for (Integer key : keys) {
      int count = index.count(key);
      if (count == 0) {
        return Optional.empty();
      }
      if (count < fewest) {
        fewest = count;
        rarest = Optional.of(key);
      }
    }
    return rarest;
  }

  private void spoken() {
    List<List<Piece>> readings = Spelling.readings(typed, sounds);
    Set<Integer> passed = new LinkedHashSet<>();
    for (List<Piece> reading : readings) {
      rarest(keys(reading))
          .filter(passed::add)
          .ifPresent(key -> pass(index.postings(key), ANY, matcher::sound));
    }
    if (!readings.isEmpty()) {
      passLater(matcher::sound);
    }
  }

  /**
   * The narrowest keys that a reading allows: those of fewer sounds only when there are no others.
   */
  private static List<Integer> keys(List<Piece> reading) {
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i + 1 < reading.size(); i++) {
      Piece piece = reading.get(i);
      Piece next = reading.get(i + 1);
      if (piece.isWhole() && next.isWhole()) {
        keys.add(Keys.syllables(piece.letters(), next.letters()));
      }
      if (i + 2 < reading.size()) {
        keys.add(Keys.letters(piece.first(), next.first(), reading.get(i + 2).first()));
      }
    }
    if (keys.isEmpty() && reading.size() == 2) {
      keys.add(Keys.letters(reading.getFirst().first(), reading.get(1).first()));
      if (reading.getFirst().isWhole()) {
        keys.add(Keys.syllable(reading.getFirst().letters()));
      }
    } else if (keys.isEmpty() && reading.size() == 1) {
      Piece only = reading.getFirst();
      keys.add(only.isWhole() ? Keys.syllable(only.letters()) : Keys.letter(only.first()));
    }
    return keys;
  }

  /**
   * With one slip, one end of the query is right: the pairs of that end find it. Between the ends
   * of a longer query one character is left out, so that two that were swapped lie in one end
   * alone.
   */
  private void slips() {
    String text = typed.text();
    if (text.length() < 3) {
      return;
    }
    int middle = text.length() / 2;
    int after = text.length() > 4 ? middle + 1 : text.length() == 4 ? middle : 1;
    for (String half : List.of(text.substring(0, Math.max(2, middle)), text.substring(after))) {
      pass(index.postingsOfAll(pairs(half)), made(1), matcher::slip);
    }
    passLater(matcher::slip);
  }

  /**
   * What is looked at first, since an entry itself lies far away in memory.
   *
   * @param characters of the query, as {@link SuggestIndex#characters} has them
   * @param missing so many of them an entry need not have
   */
  private record Made(long characters, int missing) {}

  private Made made(int missing) {
    return new Made(SuggestIndex.characters(typed.text()), missing);
  }

  private void pass(
      SuggestIndex.Postings postings, Made made, Function<Entry, Optional<Match>> way) {
    int matched = 0;
    for (int i = 0; i < Math.min(postings.size(), MAX_LOOKED) && matched < ENOUGH; i++) {
      if (postings.mayHold(i, made.characters(), made.missing())) {
        matched += keep(postings.entry(i), way) ? 1 : 0;
      }
    }
  }

  private void passLater(Function<Entry, Optional<Match>> way) {
    later.forEach(entry -> keep(entry, way));
  }

  private boolean keep(Entry entry, Function<Entry, Optional<Match>> way) {
    Match known = found.get(entry);
    if (known != null && known.way() == Match.Way.LITERAL) {
      return true;
    }
    Optional<Match> match = way.apply(entry);
    match
        .filter(one -> known == null || one.way().compareTo(known.way()) < 0)
        .ifPresent(one -> found.put(entry, one));
    return known != null || match.isPresent();
  }
}
