package io.zhixun.server.page.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Length;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AmountsTest {
  @Test
  void moneyHasFenOnlyWhereThereAreAny() {
    assertEquals("¥199", Amounts.money(19_900));
    assertEquals("¥19.90", Amounts.money(1_990));
    assertEquals("¥0.05", Amounts.money(5));
  }

  @Test
  void minutesMatterLessTheLongerSomethingIs() {
    assertEquals("45分钟", Amounts.duration(45));
    assertEquals("1小时", Amounts.duration(60));
    assertEquals("4小时20分", Amounts.duration(260));
    assertEquals("16小时", Amounts.duration(965));
  }

  @Test
  void lengthIsCountedInTheUnitOfTheFormat() {
    Length lessons = new Length(OptionalInt.of(960), OptionalInt.empty(), OptionalInt.of(42));
    Length pages = new Length(OptionalInt.empty(), OptionalInt.of(312), OptionalInt.empty());

    assertEquals(List.of("42讲", "16小时"), Amounts.length(Format.COURSE, lessons));
    assertEquals(List.of("42集", "16小时"), Amounts.length(Format.AUDIO, lessons));
    assertEquals(List.of("42篇", "16小时"), Amounts.length(Format.COLUMN, lessons));
    assertEquals(List.of("312页"), Amounts.length(Format.EBOOK, pages));
    assertEquals(List.of(), Amounts.length(Format.COURSE, Length.UNKNOWN));
  }
}
