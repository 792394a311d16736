package io.zhixun.search.measure;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Item;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Granularity;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.indexer.analysis.Token;
import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Noise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Draws pairs to tune on: of each learner one course that is not the held-out one and of which they
 * took no other run, with a word of its text, and the interactions without the held-out pairs. A
 * program and no test; arguments: the four files of {@code evaluate discovery}, a seed, and an
 * empty folder for {@code heldout.tsv} and {@code interactions.tsv}.
 *
 * <p>The word is drawn from the six of the course that tell most by tf · ln(N / df) among those of
 * at least two characters that 15 to 150 courses hold.
 */
final class DiscoveryPairs {
  private static final int FEWEST = 15;
  private static final int MOST = 150;
  private static final int TELLING = 6;

  private final DiscoveryData data;
  private final long seed;
  private final ChineseAnalyzer analyzer =
      new ChineseAnalyzer(new Lexicon(java.util.Set.copyOf(Dictionaries.shipped().domainWords())));
  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final Map<String, Integer> courses = new HashMap<>();

  private DiscoveryPairs(DiscoveryData data, long seed) {
    this.data = data;
    this.seed = seed;
    for (Item item : data.items()) {
      // a title that was made out of the introduction would count its words twice
      String text = item.text().summary().orElse(item.text().title());
      Map<String, Integer> words = new TreeMap<>();
      for (Token token : analyzer.tokens(Granularity.WORDS, analyzer.fold(text))) {
        if (token.term().codePointCount(0, token.term().length()) >= 2) {
          words.merge(token.term(), 1, Integer::sum);
        }
      }
      counts.add(words);
      words.keySet().forEach(word -> courses.merge(word, 1, Integer::sum));
    }
  }

  public static void main(String[] args) throws IOException {
    DiscoveryData data =
        DiscoveryData.read(
            new DiscoveryData.Sources(
                Path.of(args[0]), Path.of(args[1]), Path.of(args[2]), Path.of(args[3])));
    new DiscoveryPairs(data, Long.parseLong(args[4])).write(Path.of(args[5]));
  }

  private void write(Path folder) throws IOException {
    Interactions known = data.known();
    List<String> held = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    for (int user = 0; user < known.users(); user++) {
      String id = data.userId(user).value();
      for (int row : known.itemsOf(user)) {
        pairs.add(id + "\t" + data.itemId(row).value());
      }
      List<Integer> once = data.takenOnce(known, user);
      if (!once.isEmpty()) {
        int row = once.get(Noise.below(seed, user, once.size()));
        List<String> words = telling(counts.get(row));
        if (!words.isEmpty()) {
          String word = words.get(Noise.below(seed + 1, user, words.size()));
          held.add(id + "\t" + data.itemId(row).value() + "\t" + word);
        }
      }
    }
    Files.write(folder.resolve("heldout.tsv"), held);
    Files.write(folder.resolve("interactions.tsv"), pairs);
  }

  private List<String> telling(Map<String, Integer> words) {
    Comparator<Map.Entry<String, Integer>> byMass =
        Comparator.comparingDouble(
            word ->
                -word.getValue() * Math.log((double) counts.size() / courses.get(word.getKey())));
    Stream<Map.Entry<String, Integer>> fit =
        words.entrySet().stream()
            .filter(word -> courses.get(word.getKey()) >= FEWEST)
            .filter(word -> courses.get(word.getKey()) <= MOST);
    return fit.sorted(byMass.thenComparing(Map.Entry.comparingByKey()))
        .limit(TELLING)
        .map(Map.Entry::getKey)
        .toList();
  }
}
