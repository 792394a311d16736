package io.zhixun.indexer.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChineseAnalyzerTest {
  private final ChineseAnalyzer analyzer =
      new ChineseAnalyzer(new Lexicon(Set.of("机器学习", "Spring Boot", "学习工程师", "机器学习工程师")));

  @Test
  void theSentenceOfThePackageDocumentationGivesTheTokensItShows() {
    String text = "機器學習：C++與GPT-4";

    assertEquals("机器学习|机器 学习 c++ 与 gpt-4|gpt4|gpt 4", shown(Granularity.WORDS, text));
    assertEquals("机器 器学 学习 c++ 与 gpt-4", shown(Granularity.BIGRAMS, text));
    assertEquals("机 器 学 习 c++ 与 gpt 4", shown(Granularity.CHARACTERS, text));
    assertEquals("ji qi xue xi c++ yu gpt-4", shown(Granularity.PINYIN, text));
    assertEquals("ji'qi qi'xue xue'xi c++ yu gpt-4", shown(Granularity.PINYIN_PAIRS, text));
    assertEquals("^j jq qx xx xy y$", shown(Granularity.INITIALS, text));
  }

  @Test
  void technicalTermsStayWholeBesideTheirParts() {
    assertEquals("c++", words("C++"));
    assertEquals("c# 入门", words("C#入门"));
    assertEquals(".net|net", words(".NET"));
    assertEquals("asp.net|aspnet|asp net", words("ASP.NET"));
    assertEquals("node.js|nodejs|node js", words("Node.js"));
    assertEquals("3d", words("3D"));
    assertEquals("a/b|ab|a b 测试", words("A/B测试"));
    assertEquals("python3|python 3", words("Python3"));
    assertEquals("tcp/ip|tcpip|tcp ip", words("TCP/IP"));
    assertEquals("10,000", words("10,000"));
    assertEquals("v2.0", words("V2.0"));
    assertEquals("hello world", words("Hello, world..."));
    assertEquals("a+", words("A+"));
    assertEquals("ai 教育", words("AI+教育"));
  }

  @Test
  void aFollowingHashOrPlusIsNoSuffixOfALongWord() {
    assertEquals("python", words("Python#"));
    assertEquals("google", words("Google+"));
    assertEquals("notepad++", words("Notepad++"));
  }

  @Test
  void domainWordsStandBesideShorterDomainWordsAndParts() {
    assertEquals("机器学习工程师|机器学习|机器 学习 工程师", words("机器学习工程师"));
    assertEquals("spring boot|spring boot 实战", words("Spring Boot实战"));
  }

  @Test
  void domainWordsAreNotFoundInsideOtherWords() {
    assertEquals("offspring boots", words("offspring boots"));
  }

  @Test
  void aWholeWordCoversThePositionsOfItsParts() {
    List<Token> tokens = analyzer.tokens(Granularity.WORDS, "机器学习入门");

    assertEquals(
        List.of(
            new Token("机器学习", 0, 4, 0, 2),
            new Token("机器", 0, 2, 0, 1),
            new Token("学习", 2, 4, 1, 1),
            new Token("入门", 4, 6, 2, 1)),
        tokens);
  }

  @Test
  void widthCaseAccentsAndTraditionalCharactersAreFoldedWithoutMovingOffsets() {
    List<Token> tokens = analyzer.tokens(Granularity.WORDS, "ＣＡＦÉ　歷史");

    assertEquals(List.of(new Token("cafe", 0, 4, 0, 1), new Token("历史", 5, 7, 1, 1)), tokens);
  }

  @Test
  void wordsWithCharactersThatAreSimplifiedTooAreStillKnown() {
    assertEquals("世界 名着 赏析", words("世界名著赏析"));
    assertEquals("干隆 皇帝", words("乾隆皇帝"));
  }

  @Test
  void polyphonesAreReadByTheWordTheyStandIn() {
    assertEquals("yin hang", shown(Granularity.PINYIN, "银行"));
    assertEquals("yin yue", shown(Granularity.PINYIN, "音樂"));
    assertEquals("zhu ming", shown(Granularity.PINYIN, "著名"));
    assertEquals("nv ren", shown(Granularity.PINYIN, "女人"));
  }

  @Test
  void charactersThatNoWordDecidesAreHeardInBothWays() {
    assertEquals("lao fo|fu", shown(Granularity.PINYIN, "老佛"));
    assertEquals("xue'fo|xue'fu", shown(Granularity.PINYIN_PAIRS, "学佛"));
    assertEquals("^c|^z c$|z$", shown(Granularity.INITIALS, "长"));
    assertEquals("fang fu", shown(Granularity.PINYIN, "仿佛"));
  }

  @Test
  void pairsOfSoundsReachOverPunctuationAndNotOverTerms() {
    assertEquals("zhong'guo guo'shi", shown(Granularity.PINYIN_PAIRS, "中国：史"));
    assertEquals("fo|fu c fa", shown(Granularity.PINYIN_PAIRS, "佛C法"));
  }

  @Test
  void aLoneCharacterIsFoundInEachGranularity() {
    assertEquals("佛", shown(Granularity.WORDS, "佛"));
    assertEquals("佛", shown(Granularity.BIGRAMS, "佛"));
    assertEquals("佛", shown(Granularity.CHARACTERS, "佛"));
    assertEquals("fo|fu", shown(Granularity.PINYIN_PAIRS, "佛"));
    assertEquals("^f f$", shown(Granularity.INITIALS, "佛"));
  }

  @Test
  void otherScriptsAndEmojiAreSearchable() {
    assertEquals("ノルウェイ の 森", words("ノルウェイの森".replace("の", " の ")));
    assertEquals("ノル ルウ", shown(Granularity.BIGRAMS, "ノルウ"));
    assertEquals("한국어 책", words("한국어 책"));
    assertEquals("война и мир", words("Война и мир"));
    assertEquals("学习 😀", words("学习😀"));
    assertEquals("𠮷 野家", words("𠮷野家").replace("野 家", "野家"));
  }

  @Test
  void textsWithoutAnythingToFindHaveNoTokens() {
    for (String text :
        List.of("", " ", "\"".repeat(10_000), "\ud83d", "\ude00\ud83d", "……——", "\0")) {
      for (Granularity granularity : Granularity.values()) {
        assertEquals(List.of(), analyzer.tokens(granularity, text), granularity + " of " + text);
      }
    }
  }

  @Test
  void longTermsAreCutSoThatLuceneTakesThem() {
    List<Token> tokens = analyzer.tokens(Granularity.WORDS, "a".repeat(1_000));

    assertEquals(16, tokens.size());
    assertTrue(tokens.stream().allMatch(token -> token.term().length() <= Run.MAX_TERM));
    assertEquals(1_000, tokens.getLast().end());
  }

  @Test
  void exactFormsAreEqualForWhatLooksTheSame() {
    assertEquals("深入 理解 java", analyzer.exact("  深入\u3000理解 \t JAVA "));
    assertEquals(analyzer.exact("羅馬博爾蓋塞美術館"), analyzer.exact("罗马博尔盖塞美术馆"));
    assertFalse(analyzer.exact("深入理解 Java").equals(analyzer.exact("深入 理解 Java")));
    assertEquals("", analyzer.exact(" "));
    assertEquals(999, analyzer.exact("a".repeat(999) + "😀😀").length());
  }

  private String words(String text) {
    return shown(Granularity.WORDS, text);
  }

  /** Tokens by position: alternatives with | between them, positions with a space. */
  private String shown(Granularity granularity, String text) {
    TreeMap<Integer, String> shown = new TreeMap<>();
    for (Token token : analyzer.tokens(granularity, text)) {
      shown.merge(token.position(), token.term(), (one, other) -> one + "|" + other);
    }
    return String.join(" ", shown.values());
  }
}
