package io.zhixun.search.analytics;

import static io.zhixun.search.analytics.Counting.lowFrom;
import static io.zhixun.search.analytics.Counting.report;
import static io.zhixun.search.analytics.Counting.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.search.analytics.Report.Askers;
import io.zhixun.search.analytics.Report.QueryLine;
import io.zhixun.search.analytics.Report.Rate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is counted of people at the pages who are not told apart. */
class GuestReportTest {
  @Test
  void guestsCountInEverythingButAsPeopleAndAreNotFollowed() {
    Told told = told();
    for (int i = 0; i < 6; i++) {
      told.search(Told.GUEST, "g" + i, "瑜珈课").search(Told.GUEST, "h" + i, "Python");
      told.shown(Told.GUEST, "search", "h" + i, "a", "b");
    }
    told.click(Told.GUEST, "h0", "b").search("u1", "r1", "python");

    Report report = report(told, lowFrom(5, 0.5));

    assertEquals(
        List.of(
            new QueryLine(
                "python", "Python", new Askers(7, 1, 6), 1, 6, 1, OptionalInt.of(3), List.of()),
            new QueryLine(
                "瑜珈课", "瑜珈课", new Askers(6, 0, 6), 6, 0, 0, OptionalInt.of(0), List.of())),
        report.searches().frequent());
    assertEquals(List.of("瑜珈课"), report.searches().empty().stream().map(QueryLine::text).toList());
    assertEquals(
        List.of("Python"), report.searches().lowClick().stream().map(QueryLine::text).toList());
    assertEquals(List.of(new Rate<>(1, 6, 0), new Rate<>(2, 6, 1)), report.clicks().inSearch());
  }
}
