package io.zhixun.server.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.server.page.cover.CoverArt;
import io.zhixun.server.page.wording.Moments;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** The learner's site: every address of it, and what answers there. */
public final class Pages {
  private final PageSources sources;
  private final Session session;
  private final Visits visits;
  private final Assets assets = new Assets();
  private final Site site;
  private final Answering answering;
  private final Happenings happenings;
  private final HomePage home;
  private final SearchPage search;
  private final SuggestPage suggest;
  private final ItemPage item;
  private final MePage me;
  private final OwnDataDesk own;
  private final RankingPage ranking;

  /**
   * The site over what the rest of the house offers.
   *
   * @param eventIds gives a new identifier for each event that the pages report
   */
  public Pages(
      PageSettings settings, PageSources sources, InstantSource clock, Supplier<String> eventIds) {
    this.sources = sources;
    this.session = new Session(settings);
    this.visits = new Visits(session, sources.learners(), clock, settings.zone());
    this.site = new Site(settings.learners(), settings.suggestions(), assets.addresses());
    this.answering = new Answering(new Html(), site, visits);
    this.happenings = new Happenings(sources.feedback(), eventIds);
    Moments moments = new Moments(settings.zone());
    ItemViews views = new ItemViews(sources.items(), moments);
    this.home = new HomePage(site, sources.discovery(), views, happenings);
    this.search = new SearchPage(site, sources.discovery(), views, happenings);
    this.suggest = new SuggestPage(sources.discovery());
    this.item = new ItemPage(site, sources, views, moments);
    this.me = new MePage(site, sources.items(), moments);
    this.own =
        new OwnDataDesk(answering, session, sources.own(), new OwnDataPage(site, sources, moments));
    this.ranking = new RankingPage(site, sources.discovery(), views);
  }

  /** Takes addresses in: a router, or something that puts a guard before each handler. */
  public interface Registrar {
    void add(HandlerType method, String path, Handler handler);

    /** What browsers are told, instead of a problem in JSON, when an answer has this status. */
    void failure(int status, Handler handler);
  }

  /** Adds the site's addresses. All of them are for everybody: the cookie says who asks. */
  public void register(Registrar router) {
    router.add(HandlerType.GET, "/", this::home);
    router.add(HandlerType.GET, "/search", this::search);
    router.add(HandlerType.GET, "/suggest", this::suggest);
    router.add(HandlerType.GET, "/items/{id}", this::item);
    router.add(HandlerType.GET, "/go/{id}", this::go);
    router.add(HandlerType.GET, "/me", this::me);
    own.register(router);
    router.add(HandlerType.GET, "/how-ranking-works", this::ranking);
    router.add(HandlerType.POST, "/feedback", this::feedback);
    if (site.hasChooser()) {
      router.add(HandlerType.POST, "/demo/learner", this::choose);
    }
    router.add(HandlerType.GET, "/covers/{file}", this::cover);
    router.add(HandlerType.GET, "/assets/{name}", this::asset);
    FailedRequest.STATUSES.forEach(status -> router.failure(status, answering::failed));
  }

  private void home(Context ctx) {
    Visit visit = visits.of(ctx);
    Optional<String> more = Optional.ofNullable(ctx.queryParam("more"));
    HomeView view = home.view(visit, more);
    answering.send(ctx, more.isPresent() && visit.partial() ? "page/moreCards" : "page/home", view);
  }

  private void search(Context ctx) {
    Visit visit = visits.of(ctx);
    SearchQuery query = SearchQuery.of(ctx.queryParamMap());
    if (query.isTooLong()) {
      answering.refuse(ctx, HttpStatus.BAD_REQUEST, "这句话太长了", "搜索词最多 200 个字。试试只留下最关键的几个词。");
      return;
    }
    SearchView view = search.view(visit, query);
    answering.send(
        ctx, query.cursor().isPresent() && visit.partial() ? "page/moreHits" : "page/search", view);
  }

  private void suggest(Context ctx) {
    SearchQuery query = SearchQuery.of(ctx.queryParamMap());
    String typed = query.isTooLong() ? "" : query.text();
    answering.send(ctx, "page/suggestions", suggest.view(visits.of(ctx), typed));
  }

  private void item(Context ctx) {
    Optional<ItemPageView> view =
        id(ctx.pathParam("id")).flatMap(id -> item.view(visits.of(ctx), id));
    if (view.isPresent()) {
      answering.send(ctx, "page/item", view.get());
    } else {
      answering.notFound(ctx);
    }
  }

  private void me(Context ctx) {
    answering.send(ctx, "page/me", me.view(visits.of(ctx)));
  }

  private void ranking(Context ctx) {
    answering.send(ctx, "page/ranking", ranking.view(visits.of(ctx)));
  }

  /** The way to an item that leaves a trace, without script. */
  private void go(Context ctx) {
    Visit visit = visits.of(ctx);
    Optional<ItemId> target =
        id(ctx.pathParam("id")).filter(id -> sources.items().apply(id).isPresent());
    if (target.isEmpty()) {
      answering.notFound(ctx);
      return;
    }
    if (visits.isOwn(ctx)) {
      OptionalInt position = position(ctx.queryParam("p"));
      happenings.tell(
          visit,
          "page",
          Optional.ofNullable(ctx.queryParam("rid")),
          header -> new Event.Click(header, target.get(), position));
    }
    ctx.header("Cache-Control", "no-store");
    answering.redirect(ctx, Hrefs.item(target.get()));
  }

  private static OptionalInt position(String text) {
    return text != null && text.matches("[1-9][0-9]{0,4}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private void feedback(Context ctx) {
    Visit visit = visits.of(ctx);
    Optional<FeedbackForm> form = FeedbackForm.of(ctx.formParamMap());
    Optional<Item> about = form.map(FeedbackForm::item).flatMap(sources.items());
    if (!visits.isOwn(ctx) || visit.person().isGuest()) {
      answering.refuse(ctx, HttpStatus.FORBIDDEN, "先选择一位学习者", "收藏和学完要记在一位学习者名下，访客没有。选择一位之后再试一次。");
    } else if (about.isEmpty()) {
      answering.refuse(ctx, HttpStatus.BAD_REQUEST, "没有看懂这个操作", "内容可能已经下架。返回上一页刷新后再试。");
    } else {
      FeedbackForm said = form.orElseThrow();
      happenings.tell(visit, "page", said.requestId(), said::event);
      if (visit.partial()) {
        answering.send(ctx, "page/answer", said.answer(about.get()));
      } else {
        answering.redirect(ctx, said.comeBack());
      }
    }
  }

  private void choose(Context ctx) {
    if (!visits.isOwn(ctx)) {
      answering.refuse(ctx, HttpStatus.FORBIDDEN, "请在本站切换学习者", "这个请求来自别的网站，没有执行。");
      return;
    }
    Optional.ofNullable(ctx.formParam("learner"))
        .flatMap(session::sample)
        .ifPresentOrElse(learner -> session.become(ctx, learner), () -> session.leave(ctx));
    answering.redirect(ctx, Hrefs.local(Optional.ofNullable(ctx.formParam("return"))));
  }

  private void cover(Context ctx) {
    String file = ctx.pathParam("file");
    Optional<Item> drawn =
        file.endsWith(".svg")
            ? id(file.substring(0, file.length() - ".svg".length())).flatMap(sources.items())
            : Optional.empty();
    if (drawn.isEmpty()) {
      answering.notFound(ctx);
      return;
    }
    byte[] svg = CoverArt.svg(drawn.get()).getBytes(StandardCharsets.UTF_8);
    boolean versioned = CoverArt.version(drawn.get()).equals(ctx.queryParam("v"));
    Assets.serve(ctx, "image/svg+xml", svg, versioned);
  }

  private void asset(Context ctx) {
    if (!assets.serve(ctx)) {
      answering.notFound(ctx);
    }
  }

  private static Optional<ItemId> id(String text) {
    return Ids.problem(text).isEmpty() ? Optional.of(new ItemId(text)) : Optional.empty();
  }
}
