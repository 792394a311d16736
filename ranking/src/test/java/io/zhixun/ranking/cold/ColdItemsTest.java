package io.zhixun.ranking.cold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Workers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ColdItemsTest {
  private static final ColdItems.Kernel KERNEL = new ColdItems.Kernel(2, 0.5, 1);

  @Test
  void aLearnersItemsSpeakForWhatIsWrittenLikeThem() {
    List<Item> warm =
        List.of(
            item(0, "机器学习与神经网络", "周行"),
            item(1, "神经网络的训练", "李明"),
            item(2, "红楼梦的诗词", "王红"),
            item(3, "唐诗宋词鉴赏", "赵青"));
    List<Item> cold = List.of(item(4, "深度神经网络", "孙立"), item(5, "宋词入门", "钱江"));

    ColdItems learned = fit(warm, cold, 2);

    assertEquals(2, learned.size());
    assertTrue(score(learned, 0, 0, 1) > score(learned, 1, 0, 1));
    assertTrue(score(learned, 1, 2, 3) > score(learned, 0, 2, 3));
  }

  @Test
  void anAuthorInCommonSpeaksToo() {
    List<Item> warm = List.of(item(0, "甲乙丙丁", "周行"), item(1, "戊己庚辛", "李明"));

    ColdItems learned = fit(warm, List.of(item(2, "子丑寅卯", "周行")), 1);

    assertTrue(score(learned, 0, 0) > score(learned, 0, 1));
  }

  @Test
  void oneWarmItemGivesTheClosedForm() {
    List<Item> warm = List.of(item(0, "甲乙", "周行"));

    float score = score(fit(warm, List.of(item(1, "丙丁", "周行")), 1), 0, 0);

    // K_ww = 2 · 1 + .5 · (author) + 1 (no category in common with itself, as it has none), λ = 1
    assertEquals(1.5 / 4.5, score, 1e-5);
  }

  @Test
  void threadsDoNotChangeABit() {
    List<Item> warm = List.of(item(0, "甲乙丙", "周"), item(1, "乙丙丁", "李"), item(2, "丁戊", "王"));
    List<Item> cold = List.of(item(3, "丙丁戊", "周"));

    assertEquals(score(fit(warm, cold, 1), 0, 0, 1, 2), score(fit(warm, cold, 3), 0, 0, 1, 2));
  }

  @Test
  void nothingKnownAndNothingNewIsAnAnswer() {
    assertEquals(0, score(fit(List.of(), List.of(item(0, "甲", "周")), 1), 0));
    assertEquals(0, fit(List.of(item(0, "甲乙", "周")), List.of(), 1).size());
    assertThrows(IllegalArgumentException.class, () -> new ColdItems.Kernel(1, 1, 0));
  }

  private static ColdItems fit(List<Item> warm, List<Item> cold, int threads) {
    try (Workers workers = Workers.of(threads)) {
      return ColdItems.fit(warm, cold, KERNEL, workers, Progress.NONE);
    }
  }

  private static float score(ColdItems learned, int cold, int... history) {
    float[] ones = new float[history.length];
    java.util.Arrays.fill(ones, 1);
    return learned.score(history, ones, cold);
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
