package io.zhixun.corpus.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import io.zhixun.corpus.check.Problem.Code;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCheckTest {
  @Test
  void anImpressionKeepsWhatWasShownWhereAndWhen() {
    Event event =
        read("""
                {"event":"impression","id":"e1","timestamp":"2026-11-24T10:00:00.000Z","user":"u7","session":"s1","requestId":"r9","items":[{"item":"c-1024","position":1}],"context":{"device":"phone","scene":"home","hour":18}}""")
            .valid()
            .orElseThrow();

    Event.Context context =
        new Event.Context(Optional.of("phone"), Optional.of("home"), OptionalInt.of(18));
    Event.Header header =
        new Event.Header(
            "e1",
            Instant.parse("2026-11-24T10:00:00Z"),
            new Actor.User(new UserId("u7")),
            Optional.empty(),
            Optional.of("s1"),
            Optional.of("r9"),
            context);
    assertEquals(
        new Event.Impression(header, List.of(new Event.Shown(new ItemId("c-1024"), 1))), event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"event\":\"click\",\"item\":\"c-1\",\"position\":1",
        "\"event\":\"click\",\"item\":\"c-1\"",
        "\"event\":\"purchase\",\"item\":\"c-1\",\"priceFen\":19900",
        "\"event\":\"study\",\"item\":\"c-1\",\"seconds\":1500",
        "\"event\":\"progress\",\"item\":\"c-1\",\"progress\":0.35",
        "\"event\":\"progress\",\"item\":\"c-1\",\"progress\":1",
        "\"event\":\"completion\",\"item\":\"c-1\"",
        "\"event\":\"rating\",\"item\":\"c-1\",\"rating\":5",
        "\"event\":\"favourite\",\"item\":\"c-1\"",
        "\"event\":\"not_interested\",\"item\":\"c-1\",\"scope\":\"author\"",
        "\"event\":\"not_interested\",\"item\":\"c-1\"",
        "\"event\":\"search\",\"query\":\"机器学习\"",
        "\"event\":\"search\",\"query\":\"\""
      })
  void everyKindOfTheContractIsRead(String fields) {
    assertEquals(List.of(), read(lineWith(fields)).problems());
  }

  @Test
  void aVisitorTakesTheUsersPlace() {
    String line =
        "{\"event\":\"click\",\"id\":\"e\",\"timestamp\":\"2026-11-24T10:00:00Z\",\"visitor\":\"v1\",\"item\":\"c-1\"}";

    assertEquals(new Actor.Visitor(new VisitorId("v1")), read(line).valid().orElseThrow().actor());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "event":"rating","item":"c-1","rating":9                          | /rating           | OUT_OF_RANGE
          "event":"rating","item":"c-1"                                     | /rating           | MISSING
          "event":"rating","item":"c-1","rating":5,"seconds":3              | /seconds          | UNKNOWN_FIELD
          "event":"rated","item":"c-1","rating":5                           | /event            | NOT_ALLOWED
          "event":"click"                                                   | /item             | MISSING
          "event":"click","item":"c 1"                                      | /item             | BAD_ID
          "event":"click","item":"c-1","position":0                         | /position         | OUT_OF_RANGE
          "event":"study","item":"c-1","seconds":-1                         | /seconds          | OUT_OF_RANGE
          "event":"study","item":"c-1","seconds":1e9                        | /seconds          | OUT_OF_RANGE
          "event":"progress","item":"c-1","progress":1.5                    | /progress         | OUT_OF_RANGE
          "event":"not_interested","item":"c-1","scope":"ITEM"              | /scope            | NOT_ALLOWED
          "event":"search"                                                  | /query            | MISSING
          "event":"impression","items":[]                                   | /items            | BLANK
          "event":"impression","items":[{"item":"c-1"}]                     | /items/0/position | MISSING
          "event":"impression","items":["c-1"]                              | /items/0          | WRONG_TYPE
          "event":"impression","items":[{"item":"a","position":1},{"item":"a","position":2}] | /items | DUPLICATE
          "event":"impression","items":[{"item":"a","position":1,"rank":2}] | /items/0/rank     | UNKNOWN_FIELD
          "event":"search","query":"a","visitor":"v1"                       | /visitor          | INCONSISTENT
          "event":"search","query":"a","context":{"hour":24}                | /context/hour     | OUT_OF_RANGE
          "event":"search","query":"a","receivedAt":"yesterday"             | /receivedAt       | BAD_TIME
          "event":"search","query":"a","session":""                         | /session          | BAD_ID
          """)
  void oneWrongFieldIsOneProblemAtItsPointer(String fields, String pointer, Code code) {
    List<Problem> problems = read(lineWith(fields)).problems();

    assertEquals(1, problems.size(), problems::toString);
    assertEquals(pointer, problems.getFirst().pointer(), problems::toString);
    assertEquals(code, problems.getFirst().code(), problems::toString);
  }

  @Test
  void anEmptyObjectLacksTheFourThingsThatEveryEventHas() {
    assertEquals(
        List.of("/event", "/id", "/timestamp", "/user"),
        read("{}").problems().stream().map(Problem::pointer).toList());
  }

  @Test
  void aTimeBefore1970IsNoTimeOfAnEvent() {
    String line =
        "{\"event\":\"search\",\"id\":\"e\",\"timestamp\":\"1969-12-31T23:59:59Z\",\"user\":\"u\",\"query\":\"\"}";

    assertEquals(
        List.of(Code.OUT_OF_RANGE), read(line).problems().stream().map(Problem::code).toList());
  }

  private static String lineWith(String fields) {
    return "{\"id\":\"e1\",\"timestamp\":\"2026-11-24T10:00:00Z\",\"user\":\"u7\"," + fields + "}";
  }

  private static Checked<Event> read(String json) {
    return EventCheck.read(StrictJson.read(json).valid().orElseThrow());
  }
}
