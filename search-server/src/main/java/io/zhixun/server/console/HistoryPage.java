package io.zhixun.server.console;

import io.javalin.http.Context;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.store.Change;
import io.zhixun.store.ItemVersion;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /console/items/{id}/history}: what an item was, and the way back. */
final class HistoryPage {
  private static final int MOST = 50;
  private static final int SHOWN = 160;

  private final Frames frames;
  private final ConsoleSources sources;
  private final ZoneId zone;

  HistoryPage(Frames frames, ConsoleSources sources, ZoneId zone) {
    this.frames = frames;
    this.sources = sources;
    this.zone = zone;
  }

  /**
   * @param batch the bulk change that made it
   * @param changes what is other than in the version before
   * @param restorable whether it can be made the present one
   */
  record Version(
      long number,
      String at,
      Optional<String> batch,
      List<Changed> changes,
      boolean current,
      boolean restorable,
      String what) {}

  record Changed(String label, String before, String after) {}

  record View(Frame frame, String id, String title, List<Version> versions) {}

  void get(Context ctx, Desk desk) {
    Optional<ItemId> id = ItemPage.id(ctx.pathParam("id"));
    List<ItemVersion> versions =
        id.map(one -> sources.store().versions(one, Long.MAX_VALUE, MOST + 1)).orElse(List.of());
    if (versions.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    List<Version> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, versions.size()); i++) {
      Optional<Item> before =
          i + 1 < versions.size() ? versions.get(i + 1).item() : Optional.empty();
      shown.add(version(versions.get(i), before, i == 0));
    }
    String title = sources.title(id.orElseThrow());
    frames.send(
        ctx,
        "history",
        new View(
            frames.of(desk, Frame.Tab.CATALOGUE, "历史：" + title), id.get().value(), title, shown));
  }

  private Version version(ItemVersion version, Optional<Item> before, boolean current) {
    String what = version.item().isEmpty() ? "删除" : before.isEmpty() ? "建立" : "修改";
    List<Changed> changes =
        version.item().isPresent() && before.isPresent()
            ? changes(before.get(), version.item().get())
            : List.of();
    return new Version(
        version.version(),
        Words.minute(version.acceptedAt(), zone),
        version.batch().map(batch -> batch.value()),
        changes,
        current,
        !current && version.item().isPresent(),
        what);
  }

  private List<Changed> changes(Item before, Item after) {
    List<Changed> changes = new ArrayList<>();
    if (before.status() != after.status()) {
      changes.add(new Changed("状态", Words.of(before.status()), Words.of(after.status())));
    }
    ItemForm old = ItemForm.of(before, zone);
    for (Field.Group group : ItemForm.of(after, zone).groups(false, List.of())) {
      for (Field field : group.fields()) {
        String was = old.value(field.name());
        if (!was.equals(field.value())) {
          changes.add(new Changed(field.label(), shorten(was), shorten(field.value())));
        }
      }
    }
    return changes;
  }

  private static String shorten(String text) {
    if (text.isEmpty()) {
      return "（空）";
    }
    int end = Math.min(text.length(), SHOWN);
    return end == text.length() ? text : text.substring(0, end) + "…";
  }

  /** {@code POST /console/items/{id}/restore}: the old content becomes a new version. */
  void restore(Context ctx, Desk desk) {
    Optional<ItemId> id = ItemPage.id(ctx.pathParam("id"));
    String number = Optional.ofNullable(ctx.formParam("version")).orElse("");
    Optional<Item> old =
        number.matches("[0-9]{1,17}")
            ? id.flatMap(one -> version(one, Long.parseLong(number)))
            : Optional.empty();
    if (old.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    sources.live().accept(List.of(new Change.PutItem(old.get())), desk.origin());
    Frames.redirect(ctx, ItemPage.href(old.get().id()) + "?done=restored");
  }

  private Optional<Item> version(ItemId id, long number) {
    return sources.store().versions(id, number + 1, 1).stream()
        .filter(version -> version.version() == number)
        .findFirst()
        .flatMap(ItemVersion::item);
  }
}
