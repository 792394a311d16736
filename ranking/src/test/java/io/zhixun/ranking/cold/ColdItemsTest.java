package io.zhixun.ranking.cold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Workers;
import io.zhixun.ranking.persist.SegmentException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ColdItemsTest {
  private static final ColdItems.Shape SHAPE = new ColdItems.Shape(2, 0.5, 1);

  @Test
  void aLearnersItemsSpeakForWhatIsWrittenLikeThem() {
    ColdItems learned =
        fit(
            2,
            item(0, "机器学习与神经网络", "周行"),
            item(1, "神经网络的训练", "李明"),
            item(2, "红楼梦的诗词", "王红"),
            item(3, "唐诗宋词鉴赏", "赵青"));

    float[] networks = learned.shares(item(4, "深度神经网络", "孙立"));
    float[] poems = learned.shares(item(5, "宋词入门", "钱江"));

    assertEquals(4, learned.size());
    assertTrue(networks[0] + networks[1] > poems[0] + poems[1]);
    assertTrue(poems[2] + poems[3] > networks[2] + networks[3]);
  }

  @Test
  void anAuthorInCommonSpeaksToo() {
    ColdItems learned = fit(1, item(0, "甲乙丙丁", "周行"), item(1, "戊己庚辛", "李明"));

    float[] shares = learned.shares(item(2, "子丑寅卯", "周行"));

    assertTrue(shares[0] > shares[1]);
  }

  @Test
  void oneWarmItemGivesTheClosedForm() {
    ColdItems learned = fit(1, item(0, "甲乙", "周行"));

    // K_ww = 2 · 1 + .5 · (author) + 1 (no category in common with itself, as it has none), λ = 1
    assertEquals(1.5 / 4.5, learned.shares(item(1, "丙丁", "周行"))[0], 1e-5);
  }

  @Test
  void leavingAWarmItemOutIsWhatLearningWithoutItComesTo() {
    Item left = item(0, "机器学习与神经网络", "周行");
    Item one = item(1, "神经网络的训练", "李明");
    Item other = item(2, "红楼梦与神经", "周行");

    ColdItems all = fit(1, left, one, other);

    // The rareness of pairs is counted over one text less, so the two are only nearly the same.
    float[] without = fit(1, one, other).shares(left);
    assertEquals(without[0], all.shareWithout(1, 0), 0.05);
    assertEquals(without[1], all.shareWithout(2, 0), 0.05);
    assertEquals(0, all.shareWithout(0, 0));
  }

  @Test
  void threadsDoNotChangeABit() {
    Item[] warm = {item(0, "甲乙丙", "周"), item(1, "乙丙丁", "李"), item(2, "丁戊", "王")};
    Item cold = item(3, "丙丁戊", "周");

    assertArrayEquals(fit(1, warm).shares(cold), fit(3, warm).shares(cold));
  }

  @Test
  void whatIsReadBackSaysTheSame() {
    List<Item> warm = List.of(item(0, "甲乙丙", "周"), item(1, "乙丙丁", "李"));
    ColdItems learned = fit(1, warm.toArray(Item[]::new));
    MemorySegment segment = learned.segment();

    ColdItems read = ColdItems.from(_ -> segment, "cold", warm);

    Item cold = item(3, "丙丁戊", "周");
    assertArrayEquals(learned.shares(cold), read.shares(cold));
    assertThrows(
        SegmentException.class, () -> ColdItems.from(_ -> segment, "cold", warm.subList(0, 1)));
    assertThrows(SegmentException.class, () -> ColdItems.from(_ -> null, "cold", warm));
  }

  @Test
  void nothingKnownAndNothingWrittenIsAnAnswer() {
    assertEquals(0, fit(1).size());
    assertEquals(0, fit(1).shares(item(0, "甲", "周")).length);
    assertTrue(fit(1, item(0, "甲乙", "周")).shares(item(1, "丙", "李"))[0] > 0);
    assertThrows(IllegalArgumentException.class, () -> new ColdItems.Shape(1, 1, 0));
  }

  private static ColdItems fit(int threads, Item... warm) {
    try (Workers workers = Workers.of(threads)) {
      return ColdItems.fit(List.of(warm), SHAPE, workers, Progress.NONE);
    }
  }

  private static Item item(int row, String summary, String author) {
    return new Item(
        new ItemId("i" + row),
        Item.Format.COURSE,
        Item.Status.PUBLISHED,
        new Item.Text(
            summary,
            Optional.empty(),
            Optional.of(summary),
            List.of(),
            List.of(author),
            List.of(),
            List.of(),
            "zh"),
        new Item.Offer(
            Item.Access.FREE, OptionalLong.empty(), OptionalLong.empty(), Optional.empty()),
        new Item.Audience(Optional.empty(), List.of(), false),
        new Item.Length(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()),
        Item.Reception.UNKNOWN,
        Item.Dates.UNKNOWN,
        Optional.empty(),
        Optional.empty());
  }
}
