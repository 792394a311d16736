package io.zhixun.server.console;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody had typed into a form that could not be taken, carried in the page that says so:
 * nothing is typed twice.
 *
 * @param action where the form goes
 * @param files whether it is one that takes files; these have to be chosen anew
 * @param token what the form carries when it is sent again
 */
record Kept(String action, boolean files, List<Entry> entries, String token) {
  /** The most characters that are carried. */
  private static final int MOST = 200_000;

  private static final int SHOWN = 120;
  private static final String PREFIX = "kept-field:";
  private static final String ACTION = "kept-action";
  private static final String FILES = "kept-files";

  /** Fields by which somebody recognises what they typed. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("id", "编号"),
          Map.entry("title", "标题"),
          Map.entry("subtitle", "副标题"),
          Map.entry("summary", "简介"),
          Map.entry("authors", "作者"),
          Map.entry("tags", "话题"),
          Map.entry("query", "搜索词"),
          Map.entry("text", "新增一行"),
          Map.entry("line", "同义词"),
          Map.entry("lines", "粘贴的内容"),
          Map.entry("queries", "搜索词"),
          Map.entry("q", "搜索词"));

  Kept {
    entries = List.copyOf(entries);
  }

  /** One field. */
  record Entry(String name, String value) {
    /** Under which it is carried through the sign-in. */
    String carried() {
      return PREFIX + name;
    }
  }

  /** What a field is called, and how its value begins. */
  record Shown(String label, String value) {}

  /**
   * The form that a request sent, unless it is too long to be carried, cannot be read, or held
   * nothing but a file.
   *
   * @param token what it is to carry when it is sent again
   */
  static Optional<Kept> of(Context ctx, String token) {
    boolean isSecret = ctx.path().startsWith("/console/sign-"); // a password is never repeated
    if (!ctx.method().equals(HandlerType.POST) || isSecret) {
      return Optional.empty();
    }
    return form(ctx)
        .map(form -> entries(form, ""))
        .map(entries -> new Kept(ctx.path(), ctx.isMultipartFormData(), entries, token))
        .filter(Kept::isShort)
        .filter(kept -> !kept.files() || kept.isFilled());
  }

  /** What went through the sign-in. */
  static Optional<Kept> carried(Context ctx, String token) {
    Map<String, List<String>> form = form(ctx).orElse(Map.of());
    return form.getOrDefault(ACTION, List.of()).stream()
        .findFirst()
        .filter(action -> action.matches("/console/[A-Za-z0-9/_.%:+-]*"))
        .map(action -> new Kept(action, form.containsKey(FILES), entries(form, PREFIX), token))
        .filter(Kept::isShort);
  }

  private static Optional<Map<String, List<String>>> form(Context ctx) {
    try {
      return Optional.of(ctx.formParamMap());
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static List<Entry> entries(Map<String, List<String>> form, String prefix) {
    List<Entry> entries = new ArrayList<>();
    form.forEach(
        (name, values) -> {
          if (name.startsWith(prefix) && !name.equals(Guard.TOKEN)) {
            values.forEach(value -> entries.add(new Entry(name.substring(prefix.length()), value)));
          }
        });
    return entries;
  }

  private boolean isFilled() {
    return entries.stream().anyMatch(entry -> !entry.value().isBlank());
  }

  private boolean isShort() {
    return entries.stream().mapToInt(entry -> entry.name().length() + entry.value().length()).sum()
        <= MOST;
  }

  String actionField() {
    return ACTION;
  }

  String filesField() {
    return FILES;
  }

  /** What can be recognised of it. */
  List<Shown> shown() {
    return entries.stream()
        .filter(entry -> !entry.value().isBlank())
        .flatMap(
            entry ->
                Optional.ofNullable(LABELS.get(entry.name())).stream()
                    .map(label -> new Shown(label, beginning(entry.value()))))
        .toList();
  }

  private static String beginning(String value) {
    return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }
}
