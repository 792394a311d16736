package io.zhixun.server.console;

import io.javalin.http.Context;
import io.zhixun.corpus.Item;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.server.page.wording.Labels;
import io.zhixun.store.StoredItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /console/items/{id}/preview}: how an item looks as a hit, and where it stands. */
final class PreviewPage {
  private static final int LOOKED_AT = 100;
  private static final int SHOWN = 10;

  private final Frames frames;
  private final ConsoleSources sources;

  PreviewPage(Frames frames, ConsoleSources sources) {
    this.frames = frames;
    this.sources = sources;
  }

  /** The item as a hit. */
  record Card(String title, String subtitle, String about, String summary, List<String> tags) {}

  /** One place in the results. */
  record Place(int rank, String id, String title, boolean own) {}

  /**
   * @param verdict where the item stands, in words
   */
  record View(
      Frame frame,
      String id,
      String title,
      String query,
      Card card,
      String cover,
      boolean visible,
      String verdict,
      List<Place> places) {}

  void get(Context ctx, Desk desk) {
    Optional<StoredItem> stored = ItemPage.id(ctx.pathParam("id")).flatMap(sources.store()::item);
    if (stored.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    Item item = stored.get().item();
    String asked = Optional.ofNullable(ctx.queryParam("q")).orElse(item.text().title()).strip();
    String query = Typed.query(asked);
    Answers.Search answer =
        sources
            .discovery()
            .search(Requests.Search.first(query, LOOKED_AT, Requests.Audience.ANYBODY), desk.now());
    frames.send(ctx, "preview", view(frames, desk, item, query, answer));
  }

  private static View view(
      Frames frames, Desk desk, Item item, String query, Answers.Search answer) {
    List<Place> places = new ArrayList<>();
    int own = 0;
    for (int i = 0; i < answer.hits().size(); i++) {
      Item hit = answer.hits().get(i).item();
      boolean isOwn = hit.id().equals(item.id());
      own = isOwn ? i + 1 : own;
      if (i < SHOWN || isOwn) {
        places.add(new Place(i + 1, hit.id().value(), hit.text().title(), isOwn));
      }
    }
    boolean visible = item.isVisibleAt(desk.now());
    return new View(
        frames.of(desk, Frame.Tab.CATALOGUE, "预览：" + item.text().title()),
        item.id().value(),
        item.text().title(),
        query,
        card(item),
        "/covers/" + Frames.encode(item.id().value()) + ".svg",
        visible,
        verdict(visible, own, answer.total()),
        places);
  }

  private static String verdict(boolean visible, int own, int total) {
    if (!visible) {
      return "它还没有发布（或者还没到上架时间），学员搜不到。下面是现在的结果。";
    }
    if (own > 0) {
      return "排在第 " + own + " 位，共 " + total + " 个结果。";
    }
    return total > LOOKED_AT
        ? "不在前 " + LOOKED_AT + " 位里，共 " + total + " 个结果。"
        : "这个词搜不到它，共 " + total + " 个结果。";
  }

  private static Card card(Item item) {
    List<String> about = new ArrayList<>(List.of(Labels.of(item.format())));
    item.audience().level().map(Labels::of).ifPresent(about::add);
    about.addAll(item.text().authors());
    return new Card(
        item.text().title(),
        item.text().subtitle().orElse(""),
        String.join(" · ", about),
        item.text().summary().orElse(""),
        item.text().tags());
  }
}
