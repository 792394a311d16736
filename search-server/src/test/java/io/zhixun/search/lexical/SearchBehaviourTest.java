package io.zhixun.search.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who types this or that. */
class SearchBehaviourTest {
  @TempDir private static Path folder;
  private static TestIndex index;

  @BeforeAll
  static void open() {
    index =
        TestIndex.of(
            folder,
            List.of(
                TestIndex.item(
                    "{'id':'a','format':'COURSE','title':'机器学习入门：从线性回归到梯度提升','authors':['周行'],"
                        + "'tags':['机器学习','Python'],'summary':'写给第一次写模型的人。'}"),
                TestIndex.item(
                    "{'id':'b','format':'EBOOK','title':'不着急的钱','authors':['林一'],"
                        + "'summary':'慢慢变富，一生不着急。'}"),
                TestIndex.item(
                    "{'id':'c','format':'AUDIO','title':'睡眠的科学','authors':['何梦'],"
                        + "'summary':'躺下以后睡不着的人，先别数羊。'}"),
                TestIndex.item("{'id':'d','format':'EBOOK','title':'城市景点漫步','authors':['周航']}"),
                TestIndex.item("{'id':'e','format':'EBOOK','title':'经典力学','tags':['物理']}"),
                TestIndex.item("{'id':'f','format':'VIDEO','title':'JavaScript 高级程序设计'}"),
                TestIndex.item("{'id':'g','format':'EBOOK','title':'三体'}"),
                TestIndex.item("{'id':'h','format':'EBOOK','title':'三体全集赏析'}")));
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static List<String> ids(String query) {
    return index.ranked(query).stream().map(item -> item.id().value()).toList();
  }

  private static Optional<String> instead(String query) {
    return index.index.search(query).didYouMean();
  }

  private static Item item(String id) {
    return index.ranked("").stream()
        .filter(item -> item.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theItemOfJustThisTitleStandsFirst() {
    assertEquals(List.of("g", "h"), ids("三体"));
    assertEquals(List.of("g", "h"), ids("三體"));
  }

  @Test
  void theWholeOfWhatWasTypedStandsBeforePiecesOfIt() {
    assertEquals("c", ids("睡不着").getFirst());
    assertEquals("躺下以后[睡不着]的人，先别数羊。", index.marked("睡不着", item("c"), "summary"));
    assertFalse(index.marked("睡不着", item("c"), "title").contains("["), "no stray 睡");
  }

  @Test
  void whatIsSpelledInPinyinIsFoundMarkedAndNamed() {
    assertEquals("a", ids("jiqixuexi").getFirst());
    assertEquals(Optional.of("机器学习"), instead("jiqixuexi"));
    assertEquals("[机器学习]入门：从线性回归到梯度提升", index.marked("jiqixuexi", item("a"), "title"));
    assertEquals("[周行]", index.marked("zhou hang", item("a"), "authors"));
  }

  @Test
  void firstLettersAreFoundMarkedAndNamed() {
    assertEquals("a", ids("jqxx").getFirst());
    assertEquals(Optional.of("机器学习"), instead("jqxx"));
    assertEquals("[机器学习]入门：从线性回归到梯度提升", index.marked("jqxx", item("a"), "title"));
  }

  @Test
  void soundsAndSlipsAreFoundMarkedAndNamed() {
    for (String slip : List.of("机器雪习入门", "机七学习入门")) {
      assertEquals("a", ids(slip).getFirst(), slip);
      assertEquals(Optional.of("机器学习入门"), instead(slip), slip);
      assertEquals("[机器学习入门]：从线性回归到梯度提升", index.marked(slip, item("a"), "title"));
    }
  }

  @Test
  void whatIsHeldLiterallyIsNotCorrected() {
    for (String query : List.of("机器学习", "三体", "经典", "Python", "睡不着", "", "作者:周行")) {
      assertEquals(Optional.empty(), instead(query), query);
    }
  }

  @Test
  void whatSoundsTheSameStandsBehindWhatIsTheSame() {
    assertEquals(List.of("d", "e"), ids("景点"));
    assertEquals(List.of("e", "d"), ids("经典"));
  }

  @Test
  void operatorsNarrow() {
    assertEquals(List.of("a"), ids("作者:周行"));
    assertEquals(List.of("a"), ids("author：周行"));
    assertEquals(List.of("h"), ids("三体 -赏析").equals(List.of("g")) ? ids("\"三体全集\"") : List.of());
    assertEquals(List.of("e"), ids("标签:物理"));
    assertEquals(List.of("c"), ids("\"睡不着的人\""));
    assertEquals(List.of(), ids("\"着不睡\""));
  }

  @Test
  void operatorsThatSayNothingAreText() {
    for (String query :
        List.of("\"", "\"\"\"", "-", "--", "作者:", "作者: ", ":", "-\"", "“”", "三体\"")) {
      assertTrue(ids(query).size() <= 8, query);
    }
    assertEquals("g", ids("三体\"").getFirst());
  }

  @Test
  void synonymsAreFoundAndMarked() {
    assertEquals(List.of("f"), ids("js"));
    assertEquals("[JavaScript] 高级程序设计", index.marked("js", item("f"), "title"));
  }

  @Test
  void singleCharactersAreMarkedOnlyWhenTheyAreAllThatWasAsked() {
    assertEquals("[三]体", index.marked("三", item("g"), "title"));
    assertEquals("", index.marked("三国的事", item("g"), "title"));
  }

  @Test
  void questionWordsWeighLess() {
    assertEquals("a", ids("怎么学机器学习？").getFirst());
    assertEquals("c", ids("为什么睡不着").getFirst());
  }

  @Test
  void whatWasMeantIsShownAsItIsWrittenInTitlesAndNames() {
    assertEquals(Optional.of("JavaScript 高级程序设计"), instead("javascript 高极程序设计"));
    assertEquals(Optional.of("何梦"), instead("hemeng"));
  }
}
