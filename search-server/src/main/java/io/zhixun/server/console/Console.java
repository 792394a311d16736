package io.zhixun.server.console;

import static io.zhixun.server.access.Need.EDITOR;
import static io.zhixun.server.access.Need.PUBLIC;
import static io.zhixun.server.console.ConsoleRoute.get;
import static io.zhixun.server.console.ConsoleRoute.post;

import io.javalin.http.HandlerType;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.server.access.Passwords;
import io.zhixun.server.page.FailedRequest;
import io.zhixun.server.page.Pages;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;

/** The editors' console: every address of it, the role it asks for, and what answers there. */
public final class Console implements AutoCloseable {
  private final Frames frames = new Frames();
  private final Guard guard;
  private final ProgressStream progress;
  private final Apologies apologies;
  private final List<ConsoleRoute> routes;

  /**
   * What the console takes from the world around it.
   *
   * @param random unpredictable: salts and the cookies of visitors come from it
   * @param analyzer tells titles that are the same
   */
  public record World(InstantSource clock, RandomGenerator random, ChineseAnalyzer analyzer) {}

  public Console(ConsoleSettings settings, ConsoleSources sources, World world) {
    this.guard =
        new Guard(
            sources.store().accounts(),
            settings,
            world.clock(),
            () ->
                Long.toUnsignedString(world.random().nextLong(), 36)
                    + Long.toUnsignedString(world.random().nextLong(), 36));
    ZoneId zone = settings.zone();
    this.progress = new ProgressStream(sources.jobs(), sources.store().accounts(), zone);
    SignInPage signIn =
        new SignInPage(frames, guard, sources.store(), settings, new Passwords(world.random()));
    this.apologies = new Apologies(frames, guard, signIn);
    CataloguePage catalogue = new CataloguePage(frames, sources.generations(), zone);
    ItemPage item = new ItemPage(frames, sources, zone);
    HistoryPage history = new HistoryPage(frames, sources, zone);
    PreviewPage preview = new PreviewPage(frames, sources);
    ImportPage imports = new ImportPage(frames, sources);
    QualityPage quality = new QualityPage(frames, sources, world.analyzer());
    WatchedQueries watched = new WatchedQueries(sources);
    ReindexPage reindex = new ReindexPage(frames, sources, zone, watched);
    AnalyticsPage analytics = new AnalyticsPage(frames, sources, zone);
    QueuePage queue = new QueuePage(frames, sources, zone, world.analyzer());
    RemedyPage remedy = new RemedyPage(frames, sources, queue);
    RulesPage rules = new RulesPage(frames, sources, zone);
    WordsPage words = new WordsPage(frames, sources);
    ExplainPage explain = new ExplainPage(frames, sources);
    LogPage log = new LogPage(frames, sources, zone);
    UndoPage undo = new UndoPage(frames, sources, zone);
    this.routes =
        List.of(
            get("/console", EDITOR, (ctx, _) -> Frames.redirect(ctx, "/console/items")),
            get("/console/sign-in", PUBLIC, signIn::get),
            post("/console/sign-in", PUBLIC, signIn::post),
            post("/console/sign-out", EDITOR, signIn::signOut),
            // What is sold.
            get("/console/items", EDITOR, catalogue::get),
            get("/console/items/new", EDITOR, item::blank),
            post("/console/items", EDITOR, item::create),
            get("/console/items/{id}", EDITOR, item::get),
            post("/console/items/{id}", EDITOR, item::save),
            post("/console/items/{id}/status", EDITOR, item::step),
            get("/console/items/{id}/history", EDITOR, history::get),
            post("/console/items/{id}/restore", EDITOR, history::restore),
            get("/console/items/{id}/preview", EDITOR, preview::get),
            get("/console/import", EDITOR, imports::get),
            post("/console/import", EDITOR, imports::dryRun),
            get("/console/import/{id}", EDITOR, imports::checked),
            post("/console/import/{id}", EDITOR, imports::run),
            get("/console/batches/{id}", EDITOR, imports::batch),
            post("/console/batches/{id}/undo", EDITOR, imports::undo),
            get("/console/quality", EDITOR, quality::get),
            // What answers are made from.
            get("/console/reindex", EDITOR, reindex::get),
            post("/console/reindex", EDITOR, reindex::start),
            post("/console/reindex/cancel", EDITOR, reindex::cancel),
            post("/console/reindex/queries", EDITOR, watched::save),
            get("/console/snapshots/{id}", EDITOR, reindex::diff),
            post("/console/snapshots/{id}/activate", EDITOR, reindex::activate),
            // What learners do, and what it asks of editors.
            get("/console/analytics", EDITOR, analytics::get),
            post("/console/analytics/refresh", EDITOR, analytics::refresh),
            get("/console/queue", EDITOR, queue::get),
            get("/console/queue/query", EDITOR, remedy::get),
            post("/console/queue", EDITOR, remedy::post),
            post("/console/queue/{id}/back", EDITOR, queue::back),
            // What editors want of answers.
            get("/console/rules", EDITOR, rules::list),
            get("/console/rules/new", EDITOR, rules::blank),
            get("/console/rules/{id}", EDITOR, rules::get),
            post("/console/rules", EDITOR, rules::post),
            post("/console/rules/{id}/end", EDITOR, rules::end),
            get("/console/words", EDITOR, words::get),
            post("/console/words", EDITOR, words::add),
            post("/console/words/{list}/{id}/remove", EDITOR, words::remove),
            get("/console/explain", EDITOR, explain::get),
            // Who did what.
            get("/console/log", EDITOR, log::get),
            post("/console/log/{id}/undo", EDITOR, undo::post));
  }

  List<ConsoleRoute> routes() {
    return routes;
  }

  /** Adds the console's addresses, each behind the guard. */
  public void register(Pages.Registrar router) {
    for (ConsoleRoute route : routes) {
      router.add(
          route.method(),
          route.path(),
          guard.handler(route.need(), route.work(), apologies::refuse));
    }
    // A stream lasts for minutes, so it does not take one of the guard's threads.
    router.add(HandlerType.GET, "/console/reindex/stream", progress::handle);
    FailedRequest.STATUSES.forEach(status -> router.failure(status, apologies::failed));
  }

  @Override
  public void close() {
    progress.close();
    guard.close();
  }
}
