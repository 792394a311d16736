package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Status;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.ItemQuality;
import io.zhixun.corpus.check.Problem;
import io.zhixun.store.Change;
import io.zhixun.store.Outcome;
import io.zhixun.store.StoredItem;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code /console/items/{id}}: one item, to be edited. */
final class ItemPage {
  private final Frames frames;
  private final ConsoleSources sources;
  private final ZoneId zone;

  ItemPage(Frames frames, ConsoleSources sources, ZoneId zone) {
    this.frames = frames;
    this.sources = sources;
    this.zone = zone;
  }

  /**
   * @param version that the form was made from; 0 for an item that does not exist yet
   * @param differences what somebody else has saved meanwhile, where it is not what was typed
   * @param problems that belong to no input
   * @param steps statuses the item may be brought to
   */
  record View(
      Frame frame,
      String id,
      String title,
      long version,
      Status status,
      List<Field.Group> groups,
      List<Difference> differences,
      List<String> problems,
      List<String> notes,
      List<Status> steps) {
    boolean isNew() {
      return version == 0;
    }

    String statusLabel() {
      return Words.of(status);
    }

    String statusCss() {
      return "tag tag-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One field as two people want it. */
  record Difference(String label, String theirs, String yours) {}

  /** What was typed and against what. */
  private record Typed(ItemForm form, long version, Status status, List<Problem> problems) {}

  static Optional<ItemId> id(String text) {
    return Ids.problem(text).isEmpty() ? Optional.of(new ItemId(text)) : Optional.empty();
  }

  static List<Status> steps(Status status) {
    return switch (status) {
      case DRAFT -> List.of(Status.IN_REVIEW, Status.PUBLISHED);
      case IN_REVIEW -> List.of(Status.PUBLISHED, Status.DRAFT);
      case PUBLISHED -> List.of(Status.WITHDRAWN);
      case WITHDRAWN -> List.of(Status.PUBLISHED, Status.DRAFT);
    };
  }

  private Optional<StoredItem> stored(Context ctx) {
    return id(ctx.pathParam("id")).flatMap(sources.store()::item);
  }

  void blank(Context ctx, Desk desk) {
    show(ctx, desk, Optional.empty(), new Typed(ItemForm.EMPTY, 0, Status.DRAFT, List.of()));
  }

  void get(Context ctx, Desk desk) {
    Optional<StoredItem> stored = stored(ctx);
    if (stored.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    Item item = stored.get().item();
    Typed typed =
        new Typed(ItemForm.of(item, zone), stored.get().version(), item.status(), List.of());
    show(ctx, desk, stored, typed);
  }

  private void show(Context ctx, Desk desk, Optional<StoredItem> stored, Typed typed) {
    String title = stored.map(found -> found.item().text().title()).orElse("新建内容");
    Frame frame = frames.of(desk, Frame.Tab.CATALOGUE, title);
    send(ctx, frame, title, typed, stored.map(StoredItem::item), List.of());
  }

  private void send(
      Context ctx,
      Frame frame,
      String title,
      Typed typed,
      Optional<Item> item,
      List<Difference> differences) {
    boolean isNew = typed.version() == 0;
    List<Field.Group> groups = typed.form().groups(isNew, typed.problems());
    List<String> elsewhere = new ArrayList<>();
    for (Problem problem : typed.problems()) {
      boolean shown =
          groups.stream()
              .flatMap(group -> group.fields().stream())
              .anyMatch(field -> belongs(problem, field.name()));
      if (!shown) {
        elsewhere.add(ProblemWords.sentence(problem));
      }
    }
    frames.send(
        ctx,
        "item",
        new View(
            frame,
            typed.form().value("id"),
            title,
            typed.version(),
            typed.status(),
            groups,
            differences,
            elsewhere,
            item.map(ItemQuality::notes).orElse(List.of()).stream()
                .map(Notes::of)
                .distinct()
                .toList(),
            isNew ? List.of() : steps(typed.status())));
  }

  private static boolean belongs(Problem problem, String field) {
    String pointer = "/" + field.replace('.', '/');
    return problem.pointer().equals(pointer) || problem.pointer().startsWith(pointer + "/");
  }

  /** {@code POST /console/items}: one that does not exist yet; it begins as a draft. */
  void create(Context ctx, Desk desk) {
    ItemForm form = ItemForm.of(ctx.formParamMap());
    Checked<Item> checked = form.read(Optional.empty(), Status.DRAFT, zone);
    if (checked.valid().isEmpty()) {
      refuse(ctx, desk, "新建内容", new Typed(form, 0, Status.DRAFT, checked.problems()));
      return;
    }
    Item item = checked.valid().get();
    Outcome outcome =
        sources
            .live()
            .accept(List.of(new Change.PutItem(item, OptionalLong.of(0))), desk.origin())
            .outcomes()
            .getFirst();
    if (outcome instanceof Outcome.VersionMismatch || outcome instanceof Outcome.Duplicate) {
      Problem taken = new Problem("/id", Problem.Code.DUPLICATE, "id is taken");
      refuse(ctx, desk, "新建内容", new Typed(form, 0, Status.DRAFT, List.of(taken)));
      return;
    }
    Frames.redirect(ctx, href(item.id()) + "?done=saved");
  }

  private void refuse(Context ctx, Desk desk, String title, Typed typed) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    int count = typed.problems().size();
    Frame frame =
        frames
            .of(desk, Frame.Tab.CATALOGUE, title)
            .saying(Frame.Note.bad("还没有保存：有 " + count + " 处要改，都标在下面的字段旁边。"));
    send(ctx, frame, title, typed, Optional.empty(), List.of());
  }

  /** {@code POST /console/items/{id}}: against the version that the form was made from. */
  void save(Context ctx, Desk desk) {
    Optional<StoredItem> stored = stored(ctx);
    if (stored.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    Item before = stored.get().item();
    ItemForm form = ItemForm.of(ctx.formParamMap());
    long version = version(ctx);
    Checked<Item> checked = form.read(Optional.of(before), before.status(), zone);
    Typed typed = new Typed(form, version, before.status(), checked.problems());
    if (checked.valid().isEmpty()) {
      refuse(ctx, desk, before.text().title(), typed);
      return;
    }
    Change change = new Change.PutItem(checked.valid().get(), OptionalLong.of(version));
    switch (sources.live().accept(List.of(change), desk.origin()).outcomes().getFirst()) {
      case Outcome.Accepted _ -> Frames.redirect(ctx, href(before.id()) + "?done=saved");
      case Outcome.Duplicate _ -> Frames.redirect(ctx, href(before.id()) + "?done=unchanged");
      case Outcome.VersionMismatch _, Outcome.Conflict _, Outcome.NotFound _ ->
          conflict(ctx, desk, form);
    }
  }

  private static long version(Context ctx) {
    String version = Optional.ofNullable(ctx.formParam("version")).orElse("");
    return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0;
  }

  /** Somebody was quicker: what was typed stays, and what they saved stands beside it. */
  private void conflict(Context ctx, Desk desk, ItemForm form) {
    StoredItem now = id(ctx.pathParam("id")).flatMap(sources.store()::item).orElseThrow();
    ctx.status(HttpStatus.CONFLICT);
    String title = now.item().text().title();
    Frame frame =
        frames
            .of(desk, Frame.Tab.CATALOGUE, title)
            .saying(
                Frame.Note.bad(
                    "你编辑的这段时间里，别人保存了第 "
                        + now.version()
                        + " 版。你填的内容都还在，没有保存；看过下面的差异之后再保存一次，就以你的为准。"));
    Typed typed = new Typed(form, now.version(), now.item().status(), List.of());
    send(ctx, frame, title, typed, Optional.empty(), differences(now.item(), form));
  }

  private List<Difference> differences(Item theirs, ItemForm yours) {
    ItemForm saved = ItemForm.of(theirs, zone);
    List<Difference> differences = new ArrayList<>();
    for (Field.Group group : saved.groups(false, List.of())) {
      for (Field field : group.fields()) {
        String mine = yours.value(field.name());
        if (!mine.equals(field.value())) {
          differences.add(new Difference(field.label(), field.value(), mine));
        }
      }
    }
    return differences;
  }

  /** {@code POST /console/items/{id}/status}: against the version that was looked at. */
  void step(Context ctx, Desk desk) {
    Optional<StoredItem> stored = stored(ctx);
    Optional<Status> wanted =
        stored.flatMap(
            found ->
                steps(found.item().status()).stream()
                    .filter(status -> status.name().equals(ctx.formParam("status")))
                    .findFirst());
    if (wanted.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    Item item = Notes.withStatus(stored.get().item(), wanted.get());
    OptionalLong version = OptionalLong.of(version(ctx));
    Outcome outcome =
        sources
            .live()
            .accept(List.of(new Change.PutItem(item, version)), desk.origin())
            .outcomes()
            .getFirst();
    boolean changed = outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Duplicate;
    Frames.redirect(ctx, href(item.id()) + "?done=" + (changed ? "status" : "meanwhile"));
  }

  static String href(ItemId id) {
    return "/console/items/" + Frames.encode(id.value());
  }
}
