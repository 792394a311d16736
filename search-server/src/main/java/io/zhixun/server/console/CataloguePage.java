package io.zhixun.server.console;

import io.javalin.http.Context;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.Item.Status;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.lexical.Matches;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Generations;
import io.zhixun.server.page.wording.Labels;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code /console/items}: everything that is sold, whatever its status. */
final class CataloguePage {
  private static final int SIZE = 40;
  private static final int MOST_PAGES = 5_000;

  private final Frames frames;
  private final Generations generations;
  private final ZoneId zone;

  CataloguePage(Frames frames, Generations generations, ZoneId zone) {
    this.frames = frames;
    this.generations = generations;
    this.zone = zone;
  }

  /** One line of the list. */
  record Row(String id, String title, String about, Status status, String published) {
    String statusLabel() {
      return Words.of(status);
    }

    String statusCss() {
      return "tag tag-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A way to narrow the list. */
  record Choice(String label, long count, String href, boolean current) {}

  /**
   * @param formats to choose from, beside the query
   */
  record View(
      Frame frame,
      String query,
      String status,
      String format,
      List<Choice> statuses,
      List<Field.Option> formats,
      long total,
      List<Row> rows,
      boolean approximate,
      Optional<String> before,
      Optional<String> after) {}

  /** What is asked for. */
  private record Asked(
      String query, Optional<Status> status, Optional<Item.Format> format, int page) {
    static Asked of(Context ctx) {
      String query = Optional.ofNullable(ctx.queryParam("q")).orElse("").strip();
      String page = Optional.ofNullable(ctx.queryParam("page")).orElse("1");
      return new Asked(
          query.substring(0, Math.min(query.length(), Requests.MAX_QUERY)),
          one(Status.values(), ctx.queryParam("status")),
          one(Item.Format.values(), ctx.queryParam("format")),
          page.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(page), MOST_PAGES) : 1);
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, String name) {
      return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    String href(Optional<Status> other, int page) {
      StringBuilder href = new StringBuilder("/console/items?q=").append(Frames.encode(query));
      other.ifPresent(value -> href.append("&status=").append(value.name()));
      format.ifPresent(value -> href.append("&format=").append(value.name()));
      return page > 1 ? href.append("&page=").append(page).toString() : href.toString();
    }
  }

  void get(Context ctx, Desk desk) {
    Asked asked = Asked.of(ctx);
    try (Generations.Lease lease = generations.lease()) {
      frames.send(ctx, "items", view(lease.generation(), asked, desk));
    }
  }

  private View view(Generation generation, Asked asked, Desk desk) {
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    List<ItemFacts> found = new ArrayList<>();
    Found all = found(generation, asked.query());
    for (ItemFacts item : all.items()) {
      if (asked.format().map(item.format()::equals).orElse(true)) {
        counts.merge(item.status(), 1L, Long::sum);
        if (asked.status().map(item.status()::equals).orElse(true)) {
          found.add(item);
        }
      }
    }
    int from = Math.min((asked.page() - 1) * SIZE, found.size());
    int to = Math.min(from + SIZE, found.size());
    return new View(
        frames.of(desk, Frame.Tab.CATALOGUE, "内容"),
        asked.query(),
        asked.status().map(Enum::name).orElse(""),
        asked.format().map(Enum::name).orElse(""),
        statuses(asked, counts),
        ItemForm.options(Item.Format.values(), Labels::of),
        found.size(),
        found.subList(from, to).stream().map(this::row).toList(),
        all.approximate(),
        asked.page() > 1
            ? Optional.of(asked.href(asked.status(), asked.page() - 1))
            : Optional.empty(),
        to < found.size()
            ? Optional.of(asked.href(asked.status(), asked.page() + 1))
            : Optional.empty());
  }

  private static List<Choice> statuses(Asked asked, Map<Status, Long> counts) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("全部", all, asked.href(Optional.empty(), 1), asked.status().isEmpty()));
    for (Status status : Status.values()) {
      choices.add(
          new Choice(
              Words.of(status),
              counts.getOrDefault(status, 0L),
              asked.href(Optional.of(status), 1),
              asked.status().filter(status::equals).isPresent()));
    }
    return choices;
  }

  /**
   * @param approximate whether nothing holds all that was typed
   */
  private record Found(Iterable<ItemFacts> items, boolean approximate) {}

  /** What matches, best first; without a query everything, the newest first. */
  private static Found found(Generation generation, String query) {
    if (query.isEmpty()) {
      return new Found(generation.items().newestFirst(), false);
    }
    Matches matches = generation.lexical().search(query);
    List<ItemFacts> found = new ArrayList<>();
    Optional<ItemFacts> named =
        Ids.problem(query).isEmpty() ? generation.items().of(new ItemId(query)) : Optional.empty();
    named.ifPresent(found::add);
    IntStream.range(0, matches.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -matches.score(i))
                .thenComparing(matches::row))
        .flatMap(i -> generation.items().at(matches.row(i)).stream())
        .filter(item -> !named.equals(Optional.of(item)))
        .forEach(found::add);
    return new Found(found, matches.isApproximate() && named.isEmpty());
  }

  private Row row(ItemFacts item) {
    List<String> about = new ArrayList<>(List.of(Labels.of(item.format())));
    about.addAll(item.authors().stream().limit(2).toList());
    return new Row(
        item.id().value(),
        item.title(),
        String.join(" · ", about),
        item.status(),
        item.dates().published().map(at -> Words.minute(at, zone).substring(0, 10)).orElse("—"));
  }
}
