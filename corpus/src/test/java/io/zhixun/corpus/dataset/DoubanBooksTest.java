package io.zhixun.corpus.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.check.Problem.Code;
import io.zhixun.corpus.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubanBooksTest {
  @TempDir private Path folder;

  @Test
  void aBookKeepsWhatThePublishedLineSays() throws IOException {
    Item book =
        read("""
                {"id": "04578536", "title": "阿司匹林传奇", "author": "(英) 杰弗里斯", "publisher": "三联书店", "date": "2010-7", "rating": "8.3", "votes": 476, "tags": ["科普", "医学"]}
                """)
            .item("04578536");

    assertEquals(Item.Format.EBOOK, book.format());
    assertEquals("阿司匹林传奇", book.text().title());
    assertEquals(List.of("杰弗里斯"), book.text().authors());
    assertEquals(List.of("科普", "医学"), book.text().tags());
    assertEquals(Optional.of(Instant.parse("2010-07-01T00:00:00Z")), book.dates().published());
    assertEquals(OptionalDouble.of(4.15), book.reception().rating());
    assertEquals(OptionalLong.of(476), book.reception().ratingCount());
  }

  @Test
  void aBookWithIntroductionHasASummaryAndACategory() throws IOException {
    Item book =
        read("""
                {"isbn": "9787213109959", "title": "芯片战争", "author": "[美]克里斯·米勒", "press": "浙江人民出版社", "year": "2023-5", "score": "8.4", "reviewers": "1997", "intro": "一部芯片的发展史", "category": "经管", "tags": ["商业"]}
                """)
            .item("9787213109959");

    assertEquals(Optional.of("一部芯片的发展史"), book.text().summary());
    assertEquals(List.of("经管"), book.text().category());
    assertEquals(OptionalLong.of(1997), book.reception().ratingCount());
  }

  @Test
  void aBookWithoutATitleIsReportedAndTheOthersAreRead() throws IOException {
    Collected read =
        read(
            """
            {"id": "1", "title": "", "author": "", "publisher": "", "date": "", "rating": "0.0", "votes": 2, "tags": []}
            {"id": "2", "title": "茶", "author": "", "publisher": "", "date": "五月", "rating": "0.0", "votes": 2, "tags": []}
            """);

    assertEquals(Code.BLANK, read.problems().getFirst().problem().code());
    assertEquals(1, read.problems().size());
    Item tea = read.item("2");
    assertEquals(OptionalDouble.empty(), tea.reception().rating());
    assertEquals(Item.Dates.UNKNOWN, tea.dates());
    assertEquals(List.of(), tea.text().authors());
  }

  @ParameterizedTest
  @CsvSource({
    "2012-11-13, 2012-11-13",
    "2012-1-1, 2012-01-01",
    "2010-7, 2010-07-01",
    "1986, 1986-01-01",
    "1986年, 1986-01-01",
    "2010年1月 2010年1月第1次印刷, 2010-01-01",
    "2004年05月31日, 2004-05-31",
    "2010 年 10 月 02 日, 2010-10-02",
    "1997/12/31, 1997-12-31",
    "2008.9, 2008-09-01",
    "2008.9., 2008-09-01",
    "1989., 1989-01-01",
    "20041112, 2004-11-12",
    "200606, 2006-06-01",
    "2006－1, 2006-01-01",
    "1957.5北京第一版, 1957-05-01",
    "2009-13, 2009-01-01",
    "2009-2-30, 2009-02-01",
    "2004-2005, 2004-01-01"
  })
  void aDateIsReadAsFarAsItGoes(String text, String date) {
    assertEquals(Optional.of(Instant.parse(date + "T00:00:00Z")), BookDate.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"94/12/07", "October 2008", "19 July", "9305-1", "五月", "3", "12月1997年", "20101"})
  void aDateThatDoesNotBeginWithAYearIsAbsent(String text) {
    assertEquals(Optional.empty(), BookDate.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [英] 威廉·萨默塞特·毛姆              | 威廉·萨默塞特·毛姆
          【美】西蒙                          | 西蒙
          (爱尔兰)科尔姆·托宾                  | 科尔姆·托宾
          [清]江藩著 / 钟哲整理                | 江藩著+钟哲整理
          [美] 甲 / （美） 甲 / 乙             | 甲+乙
          让-雅克・桑贝                       | 让-雅克・桑贝
          （主编）徐振亚                      | （主编）徐振亚
          [冈仓天心]                          | [冈仓天心]
          (John Gallishaw)                  | (John Gallishaw)
          ／                                | ／
          """)
  void authorsLoseOnlyKnownNotesOfCountryAndDynasty(String field, String names) {
    assertEquals(List.of(names.split("\\+", -1)), BookAuthors.split(field));
  }

  @Test
  void allPublishedBooksButTheOneWithoutATitleAreRead() {
    Path published = SharedData.path("catalogue/douban-books");

    Collected read = Collected.of(Dataset.Source.DOUBAN.open(List.of(published))).keepsTheRules();

    assertEquals(174_867, read.items().size());
    assertEquals(1, read.problems().size());
    assertEquals("/title", read.problems().getFirst().problem().pointer());
    long dated = read.items().stream().filter(i -> i.dates().published().isPresent()).count();
    assertTrue(dated > 66_000, "dates " + dated);
  }

  @Test
  void allPublishedBooksWithIntroductionsAreRead() {
    Path published = SharedData.path("catalogue/douban-intros/catalogue.jsonl");

    Collected read = Collected.of(Dataset.catalogue(published)).keepsTheRules();

    assertEquals(List.of(), read.problems());
    assertEquals(3_690, read.items().size());
  }

  private Collected read(String lines) throws IOException {
    Path file = Files.writeString(folder.resolve("catalogue.jsonl"), lines);
    return Collected.of(Dataset.catalogue(file)).keepsTheRules();
  }
}
