package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.ItemQuality;
import io.zhixun.corpus.jsonl.JsonlReader;
import io.zhixun.corpus.jsonl.LineProblem;
import io.zhixun.store.BatchId;
import io.zhixun.store.Batches;
import io.zhixun.store.Change;
import io.zhixun.store.Outcome;
import io.zhixun.store.StoredItem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /console/import} and {@code /console/batches}: many items at once, after a dry run that
 * names every problem by its line; a batch is taken back as one.
 */
final class ImportPage {
  /** The most bytes of a file: some ten thousand items. */
  private static final long MAX_BYTES = 16L << 20;

  private static final int MOST_SHOWN = 200;
  private static final int GROUP = 500;
  private static final Duration VISIBLE = Duration.ofSeconds(30);

  private final Frames frames;
  private final ConsoleSources sources;
  private final Uploads uploads = new Uploads();

  ImportPage(Frames frames, ConsoleSources sources) {
    this.frames = frames;
    this.sources = sources;
  }

  /**
   * @param pasted what was pasted and could not be taken
   */
  record View(Frame frame, String pasted) {}

  record DryRun(Frame frame, String id, Uploads.Upload upload) {}

  record Batch(Frame frame, String id, long size, boolean undoable, Optional<Undone> undone) {}

  record Undone(int removed, int restored, int unchanged, List<Link> conflicts) {}

  void get(Context ctx, Desk desk) {
    frames.send(ctx, "import", new View(frames.of(desk, Frame.Tab.IMPORT, "批量导入"), ""));
  }

  /** {@code POST /console/import}: reads and checks everything, writes nothing. */
  void dryRun(Context ctx, Desk desk) throws IOException {
    UploadedFile file = ctx.uploadedFile("file");
    String pasted = Optional.ofNullable(ctx.formParam("lines")).orElse("");
    boolean isFile = file != null && file.size() > 0;
    if (!isFile && pasted.isBlank()) {
      again(ctx, desk, "请选择一个文件，或者把内容粘贴到下面的框里。");
    } else if (isFile && file.size() > MAX_BYTES) {
      again(ctx, desk, "文件太大：最多 16 MB。请分成几个文件，或者用命令行 zhixun import。");
    } else if (isFile) {
      try (InputStream in = file.content()) {
        read(ctx, desk, file.filename(), in);
      }
    } else {
      read(ctx, desk, "粘贴的内容", new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private void again(Context ctx, Desk desk, String why) {
    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    Frame frame = frames.of(desk, Frame.Tab.IMPORT, "批量导入").saying(Frame.Note.bad(why));
    frames.send(ctx, "import", new View(frame, Typed.field(ctx, "lines")));
  }

  private void read(Context ctx, Desk desk, String name, InputStream in) throws IOException {
    List<Item> items = new ArrayList<>();
    List<Uploads.Problem> problems = new ArrayList<>();
    JsonlReader.Counts counts =
        JsonlReader.items()
            .read(
                in,
                name,
                items::add,
                problem -> {
                  if (problems.size() < MOST_SHOWN) {
                    problems.add(problem(problem));
                  }
                });
    int changed = known(items).size();
    String id = sources.ids().get();
    uploads.put(
        id,
        new Uploads.Upload(
            desk.who(),
            name,
            items,
            items.size() - changed,
            changed,
            problems,
            counts.refused(),
            counts.problems(),
            notes(items)));
    Frames.redirect(ctx, "/console/import/" + id);
  }

  private static Uploads.Problem problem(LineProblem problem) {
    return new Uploads.Problem(
        problem.line(),
        ProblemWords.field(problem.problem().pointer()),
        ProblemWords.rule(problem.problem()),
        problem.value());
  }

  private Set<ItemId> known(List<Item> items) {
    Set<ItemId> known = new HashSet<>();
    for (int from = 0; from < items.size(); from += GROUP) {
      List<ItemId> ids =
          items.subList(from, Math.min(from + GROUP, items.size())).stream().map(Item::id).toList();
      sources.store().items(ids).forEach((StoredItem found) -> known.add(found.item().id()));
    }
    return known;
  }

  /** Notes of the same kind stand together: how many items, and the first of them. */
  private static List<Uploads.Problem> notes(List<Item> items) {
    Map<String, List<String>> byWords = new HashMap<>();
    for (Item item : items) {
      ItemQuality.notes(item)
          .forEach(
              note ->
                  byWords
                      .computeIfAbsent(Notes.of(note), _ -> new ArrayList<>())
                      .add(item.id().value()));
    }
    return byWords.entrySet().stream()
        .map(
            entry ->
                new Uploads.Problem(
                    entry.getValue().size(),
                    entry.getKey(),
                    "",
                    String.join("、", entry.getValue().stream().limit(3).toList())))
        .sorted((a, b) -> Long.compare(b.line(), a.line()))
        .toList();
  }

  void checked(Context ctx, Desk desk) {
    String id = ctx.pathParam("id");
    Optional<Uploads.Upload> upload = uploads.of(id, desk.who());
    if (upload.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    frames.send(
        ctx,
        "importCheck",
        new DryRun(frames.of(desk, Frame.Tab.IMPORT, "导入前检查"), id, upload.get()));
  }

  /** {@code POST /console/import/{id}}: writes what the dry run found good, as one batch. */
  void run(Context ctx, Desk desk) {
    String id = ctx.pathParam("id");
    Optional<Uploads.Upload> upload = uploads.of(id, desk.who());
    if (upload.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    Optional<Item.Status> status =
        switch (Optional.ofNullable(ctx.formParam("status")).orElse("")) {
          case "DRAFT" -> Optional.of(Item.Status.DRAFT);
          case "PUBLISHED" -> Optional.of(Item.Status.PUBLISHED);
          default -> Optional.empty();
        };
    BatchId batch = new BatchId("b-" + id);
    long accepted = 0;
    List<Item> items = upload.get().items();
    for (int from = 0; from < items.size(); from += GROUP) {
      List<Change> changes =
          items.subList(from, Math.min(from + GROUP, items.size())).stream()
              .map(item -> status.map(wanted -> Notes.withStatus(item, wanted)).orElse(item))
              .<Change>map(Change.PutItem::new)
              .toList();
      accepted +=
          sources.live().accept(changes, desk.origin().in(batch)).outcomes().stream()
              .filter(Outcome.Accepted.class::isInstance)
              .count();
    }
    uploads.forget(id); // only now: what was refused on the way can be tried again
    sources
        .store()
        .audit()
        .note(
            "account " + desk.who(),
            "imported",
            batch.value(),
            upload.get().name() + "：" + accepted + " 条");
    Frames.redirect(ctx, "/console/batches/" + batch.value() + "?done=imported");
  }

  void batch(Context ctx, Desk desk) {
    Optional<BatchId> id = batchId(ctx);
    long size = id.map(sources.store().batches()::size).orElse(0L);
    if (size == 0 && ctx.queryParam("done") == null) {
      frames.notFound(ctx, desk);
      return;
    }
    Frame frame = frames.of(desk, Frame.Tab.IMPORT, "一次导入");
    frames.send(
        ctx, "batch", new Batch(frame, ctx.pathParam("id"), size, size > 0, Optional.empty()));
  }

  private static Optional<BatchId> batchId(Context ctx) {
    String id = ctx.pathParam("id");
    return Ids.problem(id).isEmpty() ? Optional.of(new BatchId(id)) : Optional.empty();
  }

  /** {@code POST /console/batches/{id}/undo}. */
  void undo(Context ctx, Desk desk) {
    Optional<BatchId> id = batchId(ctx).filter(one -> sources.store().batches().size(one) > 0);
    if (id.isEmpty()) {
      frames.notFound(ctx, desk);
      return;
    }
    Batches.Undo undone = sources.store().batches().undo(id.get(), desk.origin());
    sources.live().awaitSeq(undone.seq(), VISIBLE);
    sources.store().audit().note("account " + desk.who(), "import-undone", id.get().value(), "");
    Frame.Note said =
        undone.conflicts().isEmpty()
            ? Frame.Note.good("这次导入已经撤销，学员从现在起看到的是导入之前的样子。")
            : Frame.Note.plain("只撤销了一部分：有些内容在导入之后又有人改过，没有动，列在下面。");
    Frame frame = frames.of(desk, Frame.Tab.IMPORT, "撤销了一次导入").saying(said);
    frames.send(
        ctx,
        "batch",
        new Batch(
            frame,
            id.get().value(),
            sources.store().batches().size(id.get()),
            false,
            Optional.of(
                new Undone(
                    undone.removed(),
                    undone.restored(),
                    undone.unchanged(),
                    undone.conflicts().stream()
                        .map(item -> new Link(sources.title(item), ItemPage.href(item)))
                        .toList()))));
  }
}
