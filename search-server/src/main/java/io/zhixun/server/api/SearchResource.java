package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Limits;
import io.zhixun.corpus.check.Problem;
import io.zhixun.corpus.check.TextRule;
import io.zhixun.search.lexical.Facet;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.search.pipeline.Requests.Mode;
import io.zhixun.server.access.Caller;
import io.zhixun.server.http.Exchange;
import io.zhixun.server.http.Query;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** {@code /v1/search}. */
public final class SearchResource {
  static final int DEFAULT_SIZE = 20;

  /** Values that one filter may list. */
  private static final int MAX_VALUES = 50;

  private static final TextRule LANGUAGE = TextRule.line(35);

  private static final Map<String, Mode> MODES =
      labels(Mode.values(), mode -> mode.name().toLowerCase(Locale.ROOT));
  private static final Map<String, Sort> SORTS = labels(Sort.values(), Sort::label);
  private static final String FACETS =
      String.join(", ", labels(Facet.values(), Facet::label).keySet());

  private final Discovery discovery;
  private final Readiness readiness;
  private final InstantSource clock;

  public SearchResource(Asking asking) {
    this.discovery = asking.discovery();
    this.readiness = new Readiness(asking.live());
    this.clock = asking.clock();
  }

  /** {@code GET /v1/search}: finds. */
  public void get(Context ctx) {
    Requests.Search request = request(Query.of(ctx), Caller.of(ctx));
    List<Answers.Degradation> behind = readiness.await(ctx);
    Answers.Search answer = discovery.search(request, clock.instant());
    boolean explain = request.audience().explain();
    ObjectNode json = AnswerJson.search(answer, Exchange.of(ctx).tookMs(), explain);
    AnswerJson.degraded(json, behind);
    AnswerJson.send(ctx, json);
  }

  private static Requests.Search request(Query query, Caller caller) {
    FieldReader in = query.fields();
    String text = Fields.query(in, "q").orElse("");
    Filters filters = filters(in);
    List<Facet> facets = facets(in);
    Mode mode = in.oneOf("mode", MODES).orElse(Mode.HYBRID);
    Sort sort = in.oneOf("sort", SORTS).orElse(Sort.RELEVANCE);
    Requests.Page page = new Requests.Page(Fields.size(in, DEFAULT_SIZE), Fields.cursor(in));
    Audience audience = Fields.audience(in, caller);
    return query.finish(
        () -> new Requests.Search(text, filters, facets, mode, sort, page, audience));
  }

  private static Filters filters(FieldReader in) {
    Map<Facet, Set<String>> wanted = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      List<String> values =
          switch (facet) {
            case FORMAT -> names(in.allOf(facet.label(), Item.Format.class));
            case LEVEL -> names(in.allOf(facet.label(), Item.Level.class));
            case ACCESS -> names(in.allOf(facet.label(), Item.Access.class));
            case CATEGORY -> in.texts(facet.label(), MAX_VALUES, Limits.CATEGORY);
            case TAG -> in.texts(facet.label(), MAX_VALUES, Limits.TAG);
            case AUTHOR -> in.texts(facet.label(), MAX_VALUES, Limits.AUTHOR);
            case LANGUAGE -> in.texts(facet.label(), MAX_VALUES, LANGUAGE);
          };
      if (!values.isEmpty()) {
        wanted.put(facet, new LinkedHashSet<>(values));
      }
    }
    return new Filters(wanted);
  }

  private static List<String> names(List<? extends Enum<?>> values) {
    return values.stream().<String>map(Enum::name).toList();
  }

  private static List<Facet> facets(FieldReader in) {
    List<Facet> facets = new ArrayList<>();
    for (String name : in.distinct("facets", in.texts("facets", MAX_VALUES, Limits.LABEL))) {
      Facet.of(name)
          .ifPresentOrElse(
              facets::add,
              () ->
                  in.problem(
                      "facets",
                      Problem.Code.NOT_ALLOWED,
                      "must be of " + FACETS + ", separated by commas"));
    }
    return facets;
  }

  private static <T> Map<String, T> labels(T[] values, Function<T, String> label) {
    Map<String, T> labels = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> labels.put(label.apply(value), value));
    return labels;
  }
}
