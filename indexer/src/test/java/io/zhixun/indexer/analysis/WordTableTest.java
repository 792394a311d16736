package io.zhixun.indexer.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.indexer.Seeds;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordTableTest {
  private final long seed = Seeds.next();
  private final Random random = new Random(seed);

  @Test
  void theLongestWordWins() {
    WordTable table = new WordTable(List.of("ab", "abcd", "b"));

    assertEquals("abcd", table.word(table.longest("xabcde", 1, 6, _ -> true)));
    assertEquals("ab", table.word(table.longest("xabcde", 1, 4, _ -> true)));
    assertEquals("ab", table.word(table.longest("xabcde", 1, 6, end -> end != 5)));
    assertEquals(WordTable.NONE, table.longest("xabcde", 0, 6, _ -> true));
  }

  @Test
  void everyLookUpAgreesWithTryingAllWords() {
    for (int round = 0; round < 2_000; round++) {
      Set<String> words = new TreeSet<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        words.add(randomText(1 + random.nextInt(4)));
      }
      String text = randomText(10);
      WordTable table = new WordTable(words);
      for (int from = 0; from < text.length(); from++) {
        String expected = "";
        for (String word : words) {
          if (text.startsWith(word, from) && word.length() > expected.length()) {
            expected = word;
          }
        }
        int number = table.longest(text, from, text.length(), _ -> true);
        String found = number == WordTable.NONE ? "" : table.word(number);
        assertEquals(expected, found, words + " in " + text + ", -Dzhixun.seed=" + seed);
      }
    }
  }

  private String randomText(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(3)));
    }
    return text.toString();
  }
}
