package io.zhixun.indexer.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.indexer.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PinyinSpellingTest {
  private final long seed = Seeds.next();
  private final Random random = new Random(seed);
  private final PinyinSpelling spelling = new PinyinSpelling();

  @Test
  void syllablesAreFoundWithoutSpaces() {
    assertEquals(List.of("ji", "qi", "xue", "xi"), spelling.readings("jiqixuexi", 1).getFirst());
    assertEquals(List.of("nv", "ren"), spelling.readings("nvren", 1).getFirst());
    assertEquals(List.of("nv", "ren"), spelling.readings("Nü ren", 1).getFirst());
    assertEquals(List.of("lve", "duo"), spelling.readings("lueduo", 1).getFirst());
  }

  @Test
  void ambiguousSpellingsAreReadInEachWay() {
    assertEquals(
        List.of(List.of("xian"), List.of("xi", "an")), spelling.readings("xian", 5).subList(0, 2));
    assertEquals(List.of(List.of("xi", "an")), spelling.readings("xi'an", 5).subList(0, 1));
    assertEquals(List.of("fang", "an"), spelling.readings("fangan", 5).getFirst());
    assertTrue(spelling.readings("fangan", 5).contains(List.of("fan", "gan")));
  }

  @Test
  void whatIsNotPinyinHasNoReading() {
    for (String text :
        List.of("", " ", "java", "python", "机器", "jiqi3", "xv\u0301", "ji".repeat(101))) {
      assertEquals(List.of(), spelling.readings(text, 3), text);
    }
  }

  @Test
  void rowsOfRandomSyllablesAreAmongTheirReadings() {
    List<String> all = new ArrayList<>(Pinyin.dictionary().syllables());
    for (int round = 0; round < 500; round++) {
      List<String> syllables = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        syllables.add(all.get(random.nextInt(all.size())));
      }
      assertTrue(
          spelling.readings(String.join("", syllables), 100).contains(syllables),
          () -> syllables + ", -Dzhixun.seed=" + seed);
      assertTrue(
          spelling.readings(String.join("'", syllables), 100).contains(syllables),
          () -> syllables + ", -Dzhixun.seed=" + seed);
    }
  }

  @Test
  void theNumberOfReadingsIsBounded() {
    assertEquals(10, spelling.readings("xian".repeat(50), 10).size());
    assertThrows(IllegalArgumentException.class, () -> spelling.readings("xian", 0));
    assertThrows(IllegalArgumentException.class, () -> spelling.readings("xian", 101));
  }
}
