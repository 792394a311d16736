package io.zhixun.search.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.UserId;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.search.suggest.Suggester.Asker;
import io.zhixun.search.suggest.Suggestion.Kind;
import io.zhixun.search.suggest.Suggestion.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggesterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final ChineseAnalyzer ANALYZER = new ChineseAnalyzer(Lexicon.EMPTY);

  private final Bookshelf shelf = new Bookshelf();
  private Suggester suggester;

  @BeforeEach
  void fill() {
    shelf.put(0, "机器学习入门", "周行", "人工智能", 50);
    shelf.put(1, "Python 数据分析", "李红", "编程", 80);
    shelf.put(2, "深入理解机器学习", "周行", "人工智能", 90);
    shelf.put(3, "紅樓夢導讀", "王梅", "文学", 30);
    shelf.put(4, "银行家的一天", "赵行长", "金融", 20);
    shelf.put(5, "Java 核心技术", "Tom Hill", "编程", 70);
    shelf.put(6, "𠮷田的故事", "佐藤", "小说", 10);
    suggester = suggester(List.of("赌博", "bad"));
    suggester.build();
  }

  private Suggester suggester(List<String> blocked) {
    QueryBook queries =
        new QueryBook(
            5, Duration.ofDays(3), ANALYZER::exact, user -> user.value().hashCode(), List.of());
    return new Suggester(shelf, ANALYZER, SuggestSettings.DEFAULTS, queries, blocked);
  }

  private static Asker anybody() {
    return new Asker(List.of(), item -> item.isVisibleAt(NOW));
  }

  private List<Suggestion> suggest(String typed) {
    return suggester.suggest(typed, anybody(), 8, NOW);
  }

  private List<String> texts(String typed) {
    return suggest(typed).stream().map(Suggestion::text).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "机器, 深入理解机器学习",
    "机, 深入理解机器学习",
    "机器学习, 机器学习入门",
    "ji qi, 机器学习入门",
    "jiqi, 机器学习入门",
    "jiqix, 机器学习入门",
    "JIQIXUEXI, 机器学习入门",
    "jqxx, 机器学习入门",
    "机qi学x, 机器学习入门",
    "红楼, 紅樓夢導讀",
    "honglou, 紅樓夢導讀",
    "yinhang, 银行家的一天",
    "机七学习, 机器学习入门",
    "机器学刁, 机器学习入门",
    "机器习, 机器学习入门",
    "ｐｙｔｈｏｎ, Python 数据分析",
    "pyhton, Python 数据分析",
    "分析 python, Python 数据分析",
    "学习 深入, 深入理解机器学习",
    "zhouxing, 周行",
    "rengong, 人工智能",
    "𠮷田, 𠮷田的故事"
  })
  void whatWasMeantIsAmongTheFirst(String typed, String meant) {
    assertTrue(
        texts(typed).subList(0, Math.min(2, texts(typed).size())).contains(meant),
        () -> typed + " " + texts(typed));
  }

  @Test
  void spansSayWhichCharactersOfTheOriginalTextWereMatched() {
    assertEquals(List.of(new Span(4, 6)), of("机器", "深入理解机器学习").spans());
    assertEquals(List.of(new Span(0, 2)), of("ji qi", "机器学习入门").spans());
    assertEquals(List.of(new Span(0, 4)), of("jqxx", "机器学习入门").spans());
    assertEquals(List.of(new Span(0, 2)), of("红楼", "紅樓夢導讀").spans());
    assertEquals(List.of(new Span(0, 6), new Span(9, 11)), of("分析 python", "Python 数据分析").spans());
    assertEquals(List.of(new Span(0, 3)), of("𠮷田", "𠮷田的故事").spans());
  }

  private Suggestion of(String typed, String text) {
    return suggest(typed).stream()
        .filter(suggestion -> suggestion.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(typed + " must suggest " + text));
  }

  @Test
  void titlesNameTheirItemAndOthersDoNot() {
    assertEquals("i0", of("机器学习", "机器学习入门").item().orElseThrow().value());
    assertEquals(Kind.TAG, of("人工", "人工智能").kind());
    assertEquals(Optional.empty(), of("人工", "人工智能").item());
    assertEquals(Kind.AUTHOR, of("周", "周行").kind());
  }

  @Test
  void whatIsSpeltSoStandsBeforeWhatSoundsSo() {
    shelf.put(7, "景点指南", "甲", "旅行", 1);
    shelf.put(8, "经典导读", "乙", "文学", 99);
    suggester.build();

    assertEquals(List.of("景点指南", "经典导读"), texts("景点"));
  }

  @Test
  void theMorePopularOfTwoEqualMatchesStandsFirst() {
    shelf.put(7, "机器人总动员", "甲", "电影", 99);
    suggester.build();

    assertEquals("机器人总动员", texts("机器").getFirst());
  }

  @Test
  void editsAndWithdrawalsAreFollowedAtOnce() {
    suggester.put(shelf.put(0, "统计学习入门", "周行", "人工智能", 50));
    suggester.put(shelf.put(2, "深入理解机器学习", "周行", "人工智能", 90, "WITHDRAWN"));
    shelf.remove(1);
    suggester.put(shelf.put(9, "全新的课程", "丙", "新领域", 5));

    assertFalse(texts("机器").contains("机器学习入门"));
    assertFalse(texts("机器").contains("深入理解机器学习"));
    assertTrue(texts("tongjixuexi").contains("统计学习入门"));
    assertFalse(texts("python").contains("Python 数据分析"));
    assertEquals(List.of("全新的课程"), texts("全新"));
    assertEquals(List.of("新领域"), texts("xinling"));
  }

  @Test
  void anAuthorLeavesWithTheLastVisibleItem() {
    shelf.remove(0);
    assertTrue(texts("周行").contains("周行"));

    shelf.remove(2);

    assertFalse(texts("周行").contains("周行"));
  }

  @Test
  void aCatalogueThatGrowsIsIndexedAnewAndLosesNothing() throws InterruptedException {
    for (int row = 10; row < 1_200; row++) {
      suggester.put(shelf.put(row, "第" + row + "本书", "作者" + row, "标签" + row, 1));
    }

    for (int row : new int[] {10, 600, 1_199}) {
      assertTrue(texts("第" + row + "本").contains("第" + row + "本书"), "row " + row);
    }
  }

  @Test
  void aQueryIsToldToOthersWhenFiveLearnersHaveAskedIt() {
    for (int learner = 0; learner < 4; learner++) {
      suggester.asked(new UserId("u" + learner), "机器 猫", NOW);
      suggester.asked(new UserId("u0"), "机器 猫", NOW);
    }
    assertFalse(texts("机器").contains("机器 猫"));

    suggester.asked(new UserId("u9"), "机器  猫 ", NOW);

    assertTrue(texts("机器").contains("机器 猫"));
    assertEquals(Kind.QUERY, of("jiqimao", "机器 猫").kind());
    assertEquals(List.of("机器 猫"), texts(""));
  }

  @Test
  void anEmptyBoxShowsTheOwnSearchesAndThenWhatIsHot() {
    for (int learner = 0; learner < 6; learner++) {
      suggester.asked(new UserId("u" + learner), "旧闻", NOW.minus(Duration.ofDays(30)));
      suggester.asked(new UserId("u" + learner), "热点", NOW);
    }
    Asker asker = new Asker(List.of("一", "二", "三", "四", "五", "热点"), _ -> true);

    List<String> texts =
        suggester.suggest("  ", asker, 8, NOW).stream().map(Suggestion::text).toList();

    assertEquals(List.of("热点", "五", "四", "三", "旧闻"), texts);
  }

  @Test
  void blockedWordsAreNeverSuggestedWhereverTheyStand() {
    shelf.put(7, "机器与赌 博", "甲", "赌博", 99);
    shelf.put(8, "Bad Machines", "bad", "Badminton", 99);
    suggester.build();
    for (int learner = 0; learner < 6; learner++) {
      suggester.asked(new UserId("u" + learner), "怎样赌博", NOW);
    }

    assertFalse(texts("机器").contains("机器与赌 博"));
    assertEquals(List.of(), texts("赌博"));
    assertEquals(List.of("Badminton"), texts("bad"));
    assertEquals(List.of(), suggester.suggest("", new Asker(List.of("赌博"), _ -> true), 8, NOW));
  }

  @Test
  void nothingIsSuggestedBeforeTheIndexIsBuilt() {
    Suggester fresh = suggester(List.of());
    fresh.put(shelf.at(0).orElseThrow());

    assertEquals(List.of(), fresh.suggest("机器", anybody(), 8, NOW));
  }

  @Test
  void anyInputGivesDistinctSuggestionsWithSpansInTheirTexts() {
    long seed = Long.getLong("zhixun.seed", 7);
    Random random = new Random(seed);
    String alphabet = "机器学习jiqxueapython '\"《》😀𠮷\ud800\udc00\u0000\u202e%<>& \t红é１";
    for (int round = 0; round < 3_000; round++) {
      StringBuilder typed = new StringBuilder();
      int length = random.nextInt(round % 50 == 0 ? 200 : 8);
      for (int i = 0; i < length; i++) {
        typed.append(
            random.nextInt(8) == 0
                ? (char) random.nextInt(0x10000)
                : alphabet.charAt(random.nextInt(alphabet.length())));
      }

      List<Suggestion> suggestions = suggest(typed.toString());

      Set<String> seen = new HashSet<>();
      for (Suggestion suggestion : suggestions) {
        assertTrue(seen.add(ANALYZER.fold(suggestion.text())), () -> seed + ": " + typed);
        int done = 0;
        for (Span span : suggestion.spans()) {
          assertTrue(
              span.start() >= done && span.end() <= suggestion.text().length(),
              () -> seed + ": " + typed);
          done = span.end();
        }
      }
    }
  }
}
