package io.zhixun.corpus.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.Problem.Code;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemCheckTest {
  private static final String FULL =
      """
      {"id":"c-1024","format":"COURSE","title":"机器学习入门：从线性回归到梯度提升","subtitle":"写给第一次写模型的人","summary":"从零\\n开始","outline":["为什么要学机器学习","线性回归"],
       "authors":["周行"],"category":["编程","人工智能"],"tags":["机器学习","Python"],"level":"BEGINNER","language":"zh","access":"PURCHASE","priceFen":19900,"listPriceFen":29900,"earlyBird":{"priceFen":14900,"until":"2026-12-31T16:00:00Z"},
       "published":"2026-03-01T00:00:00Z","updated":"2026-10-12T08:00:00Z","length":{"minutes":960,"lessons":42},"rating":4.7,"ratingCount":1280,"learnerCount":15230,"completionRate":0.41,
       "prerequisites":["c-0101"],"status":"PUBLISHED","url":"/items/c-1024","workId":"w-88","sensitiveToMinors":false}""";

  @Test
  void aFullLineBecomesTheItemItSays() {
    Item item = read(FULL).valid().orElseThrow();

    assertEquals(new ItemId("c-1024"), item.id());
    assertEquals(Item.Format.COURSE, item.format());
    assertEquals("机器学习入门：从线性回归到梯度提升", item.text().title());
    assertEquals(Optional.of("从零\n开始"), item.text().summary());
    assertEquals(List.of("编程", "人工智能"), item.text().category());
    assertEquals(Item.Access.PURCHASE, item.offer().access());
    assertEquals(OptionalLong.of(19900), item.offer().priceFen());
    assertEquals(
        Optional.of(new Item.EarlyBird(14900, Instant.parse("2026-12-31T16:00:00Z"))),
        item.offer().earlyBird());
    assertEquals(
        new Item.Length(OptionalInt.of(960), OptionalInt.empty(), OptionalInt.of(42)),
        item.length());
    assertEquals(OptionalDouble.of(4.7), item.reception().rating());
    assertEquals(List.of(new ItemId("c-0101")), item.audience().prerequisites());
    assertEquals(Optional.of("w-88"), item.workId());
    assertEquals(List.of(), ItemQuality.notes(item));
  }

  @Test
  void theThreeRequiredFieldsSufficeAndDefaultsFillTheRest() {
    Item item = read("{\"id\":\"课-1\",\"format\":\"AUDIO\",\"title\":\"茶\"}").valid().orElseThrow();

    assertEquals(Item.Status.PUBLISHED, item.status());
    assertEquals("zh", item.text().language());
    assertEquals(Item.Access.FREE, item.offer().access());
    assertEquals(List.of(), item.text().tags());
    assertEquals(Item.Length.UNKNOWN, item.length());
    assertEquals(Item.Reception.UNKNOWN, item.reception());
  }

  @Test
  void allProblemsOfALineAreReportedInOrder() {
    List<Problem> problems =
        read("{\"format\":\"FILM\",\"title\":7,\"rating\":9,\"autors\":[\"a\"],\"tags\":[\"a\",1]}")
            .problems();

    assertEquals(
        List.of(
            new Problem("/id", Code.MISSING, "id is required"),
            new Problem(
                "/format",
                Code.NOT_ALLOWED,
                "format must be one of COURSE, EBOOK, COLUMN, AUDIO, VIDEO, got \"FILM\""),
            new Problem("/title", Code.WRONG_TYPE, "title must be a text, got 7"),
            new Problem("/tags/1", Code.WRONG_TYPE, "tags[1] must be a text, got 1"),
            new Problem("/rating", Code.OUT_OF_RANGE, "rating must be 1..5, got 9"),
            new Problem(
                "/autors", Code.UNKNOWN_FIELD, "unknown field autors: did you mean authors?")),
        problems);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "id":"a b"                                   | /id                    | BAD_ID
          "id":""                                      | /id                    | BAD_ID
          "id":".."                                    | /id                    | BAD_ID
          "id":"a/b"                                   | /id                    | BAD_ID
          "id":"\\ud800"                               | /id                    | BAD_ID
          "id":null                                    | /id                    | WRONG_TYPE
          "title":"  "                                 | /title                 | BLANK
          "title":"a\\u0000b"                          | /title                 | BAD_TEXT
          "title":"a\\nb"                              | /title                 | BAD_TEXT
          "title":"\\udc00x"                           | /title                 | BAD_TEXT
          "summary":"\\u0007"                          | /summary               | BAD_TEXT
          "subtitle":null                              | /subtitle              | WRONG_TYPE
          "format":"course"                            | /format                | NOT_ALLOWED
          "rating":1e400                               | /rating                | OUT_OF_RANGE
          "rating":0.99                                | /rating                | OUT_OF_RANGE
          "rating":"4.7"                               | /rating                | WRONG_TYPE
          "priceFen":9223372036854775808               | /priceFen              | OUT_OF_RANGE
          "priceFen":1e400                             | /priceFen              | OUT_OF_RANGE
          "priceFen":-1                                | /priceFen              | OUT_OF_RANGE
          "priceFen":19.9                              | /priceFen              | WRONG_TYPE
          "ratingCount":1e30                           | /ratingCount           | OUT_OF_RANGE
          "completionRate":1.01                        | /completionRate        | OUT_OF_RANGE
          "published":"2026-03-01T00:00:00"            | /published             | BAD_TIME
          "published":"2026-03-01"                     | /published             | BAD_TIME
          "published":"2026-02-30T00:00:00Z"           | /published             | BAD_TIME
          "published":"+99999-01-01T00:00:00Z"         | /published             | OUT_OF_RANGE
          "published":1700000000                       | /published             | WRONG_TYPE
          "length":{"minutes":2147483648}              | /length/minutes        | OUT_OF_RANGE
          "length":{"hours":2}                         | /length/hours          | UNKNOWN_FIELD
          "length":90                                  | /length                | WRONG_TYPE
          "earlyBird":{"priceFen":1}                   | /earlyBird/until       | MISSING
          "tags":"Python"                              | /tags                  | WRONG_TYPE
          "tags":[""]                                  | /tags/0                | BLANK
          "tags":[null]                                | /tags/0                | WRONG_TYPE
          "language":"not a language"                  | /language              | MALFORMED
          "url":"javascript:alert(1)"                  | /url                   | MALFORMED
          "url":"//evil.example/x"                     | /url                   | MALFORMED
          "url":"/\\\\evil.example/x"                  | /url                   | MALFORMED
          "sensitiveToMinors":"true"                   | /sensitiveToMinors     | WRONG_TYPE
          "prerequisites":["x"]                        | /prerequisites         | INCONSISTENT
          "prerequisites":["y","y"]                    | /prerequisites         | DUPLICATE
          "a/b~c":1                                    | /a~1b~0c               | UNKNOWN_FIELD
          """)
  void oneWrongFieldIsOneProblemAtItsPointer(String field, String pointer, Code code) {
    Checked<Item> checked = read(lineWith(field));

    List<Problem> problems = checked.problems();
    assertEquals(1, problems.size(), problems::toString);
    assertEquals(pointer, problems.getFirst().pointer());
    assertEquals(code, problems.getFirst().code(), problems::toString);
  }

  @Test
  void anEarlyBirdAboveThePriceIsInconsistent() {
    String field =
        "\"priceFen\":100,\"earlyBird\":{\"priceFen\":101,\"until\":\"2026-12-31T16:00:00Z\"}";

    assertEquals(
        List.of(
            new Problem(
                "/earlyBird/priceFen",
                Code.INCONSISTENT,
                "earlyBird.priceFen must be at most the price 100, got 101")),
        read(lineWith(field)).problems());
  }

  @Test
  void whatIsMerelyUntidyIsAcceptedAndNoted() {
    String field =
        "\"access\":\"PURCHASE\",\"published\":\"2026-03-01T00:00:00Z\",\"updated\":\"2026-02-01T00:00:00Z\",\"rating\":4";

    Item item = read(lineWith(field)).valid().orElseThrow();

    assertEquals(
        List.of("/priceFen", "/summary", "/tags", "/ratingCount", "/updated"),
        ItemQuality.notes(item).stream().map(Problem::pointer).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"published\":\"2026-03-01T08:00:00+08:00\"",
        "\"ratingCount\":12.0",
        "\"subtitle\":\"\"",
        "\"title\":\"👩‍💻 与 𠮷野家\"",
        "\"url\":\"https://example.org/课程?x=1\"",
        "\"priceFen\":10000000000"
      })
  void unusualButRightValuesAreAccepted(String field) {
    assertEquals(List.of(), read(lineWith(field)).problems());
  }

  @Test
  void aBlankSubtitleIsTheSameAsNone() {
    assertEquals(
        Optional.empty(),
        read(lineWith("\"subtitle\":\" \"")).valid().orElseThrow().text().subtitle());
  }

  @Test
  void textsAndListsHaveLimits() {
    assertEquals(List.of(), read(lineWith(title(500))).problems());
    assertEquals(
        List.of(
            new Problem(
                "/title", Code.TOO_LONG, "title must have at most 500 characters, got 501")),
        read(lineWith(title(501))).problems());
    assertEquals(
        Code.TOO_LONG,
        read(lineWith("\"tags\":[" + "\"a\",".repeat(200) + "\"a\"]"))
            .problems()
            .getFirst()
            .code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"x\"", "null", "true"})
  void anythingButAnObjectIsOneProblemOfTheWhole(String json) {
    List<Problem> problems = read(json).problems();

    assertEquals(1, problems.size());
    assertEquals("", problems.getFirst().pointer());
    assertEquals(Code.WRONG_TYPE, problems.getFirst().code());
  }

  @Test
  void messagesNeverRepeatAHugeValueWhole() {
    String detail =
        read(lineWith("\"format\":\"" + "X".repeat(100_000) + "\"")).problems().getFirst().detail();

    assertTrue(detail.length() < 300, detail);
  }

  private static String title(int length) {
    return "\"title\":\"" + "题".repeat(length) + "\"";
  }

  /** A line that is right but for the given field. */
  private static String lineWith(String field) {
    StringBuilder line = new StringBuilder("{");
    List.of("\"id\":\"x\"", "\"format\":\"EBOOK\"", "\"title\":\"t\"").stream()
        .filter(base -> !field.startsWith(base.substring(0, base.indexOf(':') + 1)))
        .forEach(base -> line.append(base).append(','));
    return line.append(field).append('}').toString();
  }

  private static Checked<Item> read(String json) {
    JsonNode node = StrictJson.read(json).valid().orElseThrow();
    return ItemCheck.read(node);
  }
}
