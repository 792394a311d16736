package io.zhixun.corpus.sample;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A small catalogue that no editor ever changes: three subjects, four-step paths, two drafts. */
final class Fixture {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static final List<String> SUBJECTS = List.of("编程", "历史", "健康");

  private static final List<Item.Format> FORMATS = List.of(Item.Format.values());
  private static final List<Item.Level> LEVELS = List.of(Item.Level.values());
  private static final List<Item.Access> ACCESS = List.of(Item.Access.values());

  private Fixture() {}

  static List<Item> catalogue() {
    List<Item> items = new ArrayList<>();
    for (int subject = 0; subject < SUBJECTS.size(); subject++) {
      for (int n = 0; n < 16; n++) {
        items.add(item(subject, n));
      }
    }
    return items;
  }

  /** Items 0..3 of a subject are a path; 14 is a draft, 15 appears half a year before NOW. */
  private static Item item(int subject, int n) {
    String name = SUBJECTS.get(subject);
    boolean onPath = n < 4;
    List<ItemId> before = onPath && n > 0 ? List.of(id(subject, n - 1)) : List.of();
    return new Item(
        id(subject, n),
        FORMATS.get(n % 4),
        n == 14 ? Item.Status.DRAFT : Item.Status.PUBLISHED,
        new Item.Text(
            name + "第" + n + "讲：案例与方法",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of("作者" + (subject * 4 + n / 4)),
            List.of(name),
            List.of(onPath ? name + "专家" : name + "兴趣" + n % 5),
            "zh"),
        new Item.Offer(
            ACCESS.get(n % 4),
            OptionalLong.of(1_000 + 900L * n),
            OptionalLong.empty(),
            n == 5
                ? Optional.of(new Item.EarlyBird(500, NOW.minusSeconds(9_000_000)))
                : Optional.empty()),
        new Item.Audience(
            Optional.of(LEVELS.get(onPath ? Math.min(2, n / 2) : n % 3)), before, n % 5 == 4),
        new Item.Length(
            OptionalInt.of(30 + 100 * (n % 7)), OptionalInt.empty(), OptionalInt.empty()),
        new Item.Reception(
            OptionalDouble.of(4.4),
            OptionalLong.of(10),
            OptionalLong.of(200_000 / ((n + 1) * (n + 1))),
            OptionalDouble.empty()),
        new Item.Dates(
            Optional.of(Instant.parse(n == 15 ? "2026-05-24T00:00:00Z" : "2024-01-01T00:00:00Z")),
            Optional.empty()),
        Optional.empty(),
        Optional.empty());
  }

  private static ItemId id(int subject, int n) {
    return new ItemId("f-" + subject + (n < 10 ? "0" : "") + n);
  }

  static List<String> queries() {
    return List.of("编程第3讲", "历史", "健康专家", "什么也不是");
  }
}
