package io.zhixun.server.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.server.editing.Undoing;
import io.zhixun.store.Audit;
import io.zhixun.store.Term;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code /console/log}: who did what, with before and after; rules and lines are undone here. */
final class LogPage {
  private static final int SIZE = 50;
  private static final int SHOWN = 120;
  private static final String ACCOUNT = "account ";
  private static final String KEY = "key ";

  private final Frames frames;
  private final ConsoleSources sources;
  private final ZoneId zone;
  private final LogWords words;

  LogPage(Frames frames, ConsoleSources sources, ZoneId zone) {
    this.frames = frames;
    this.sources = sources;
    this.zone = zone;
    this.words = new LogWords(zone, sources::title);
  }

  /** One field that is other than before. */
  record Changed(String label, String before, String after) {}

  record Row(
      long id,
      String at,
      String who,
      String action,
      Optional<Link> link,
      String subject,
      List<Changed> changes,
      boolean undoable) {}

  record View(Frame frame, List<Row> rows, Optional<String> older) {}

  void get(Context ctx, Desk desk) {
    String before = Optional.ofNullable(ctx.queryParam("before")).orElse("");
    long id = before.matches("[1-9][0-9]{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE;
    List<Audit.Done> found = sources.store().audit().before(id, SIZE + 1);
    List<Row> rows = found.stream().limit(SIZE).map(this::row).toList();
    Optional<String> older =
        found.size() > SIZE
            ? Optional.of("/console/log?before=" + rows.getLast().id())
            : Optional.empty();
    frames.send(ctx, "log", new View(frames.of(desk, Frame.Tab.LOG, "操作记录"), rows, older));
  }

  private Row row(Audit.Done done) {
    return new Row(
        done.id(),
        Words.minute(done.at(), zone),
        who(done.who()),
        term(done)
            .map(Term::list)
            .map(list -> LogWords.action(action(done), list))
            .orElseGet(() -> LogWords.action(action(done))),
        link(done),
        subject(done),
        changes(done),
        Undoing.of(done) instanceof Undoing.By);
  }

  private static String action(Audit.Done done) {
    return done.what().action();
  }

  /** Who did something, as it is said to editors. */
  static String who(String who) {
    if (who.startsWith(ACCOUNT)) {
      return who.substring(ACCOUNT.length());
    }
    return who.startsWith(KEY) ? "接口密钥 " + who.substring(KEY.length()) : "本机上的接口调用";
  }

  private static Optional<Link> link(Audit.Done done) {
    String subject = done.what().subject();
    return switch (action(done)) {
      case "item" -> Optional.of(new Link(subject, "/console/items/" + Frames.encode(subject)));
      case "imported" ->
          Optional.of(new Link(subject, "/console/batches/" + Frames.encode(subject)));
      default -> Optional.empty();
    };
  }

  /** Lines of word lists have names that say nothing; who signs in is said beside the time. */
  private static String subject(Audit.Done done) {
    boolean isSaidElsewhere = action(done).startsWith("term") || action(done).startsWith("signed");
    return isSaidElsewhere ? "" : done.what().subject();
  }

  /** The line of a word list that an entry is about, as it is now or was. */
  private static Optional<Term> term(Audit.Done done) {
    return action(done).startsWith("term")
        ? json(done.after()).or(() -> json(done.before())).flatMap(Undoing::term)
        : Optional.empty();
  }

  private List<Changed> changes(Audit.Done done) {
    Optional<JsonNode> before = json(done.before());
    Optional<JsonNode> after = json(done.after());
    if (before.isEmpty() && after.isEmpty()) {
      return done.after().filter(text -> !text.isEmpty()).stream()
          .map(text -> new Changed("说明", "", text))
          .toList();
    }
    Optional<Term> term = term(done);
    if (term.isPresent()) {
      return List.of(
          new Changed(
              LogWords.name(term.get().list()),
              before.flatMap(Undoing::term).map(LogWords::line).orElse(""),
              after.flatMap(Undoing::term).map(LogWords::line).orElse("")));
    }
    return fields(before, after);
  }

  private List<Changed> fields(Optional<JsonNode> before, Optional<JsonNode> after) {
    TreeSet<String> names = new TreeSet<>(ProblemWords.ORDER);
    before.ifPresent(node -> node.fieldNames().forEachRemaining(names::add));
    after.ifPresent(node -> node.fieldNames().forEachRemaining(names::add));
    names.remove("id"); // it stands above
    List<Changed> changes = new ArrayList<>();
    for (String name : names) {
      String was = text(before, name);
      String is = text(after, name);
      if (!was.equals(is)) {
        changes.add(new Changed(ProblemWords.field("/" + name), was, is));
      }
    }
    return changes;
  }

  private static Optional<JsonNode> json(Optional<String> content) {
    return content
        .filter(text -> text.startsWith("{"))
        .flatMap(text -> StrictJson.read(text).valid());
  }

  private String text(Optional<JsonNode> node, String name) {
    String text = node.map(one -> words.value(name, one.path(name))).orElse("");
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
