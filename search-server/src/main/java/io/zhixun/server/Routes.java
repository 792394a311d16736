package io.zhixun.server;

import static io.zhixun.server.Route.delete;
import static io.zhixun.server.Route.get;
import static io.zhixun.server.Route.patch;
import static io.zhixun.server.Route.post;
import static io.zhixun.server.Route.put;
import static io.zhixun.server.access.Need.ADMIN;
import static io.zhixun.server.access.Need.EDITOR;
import static io.zhixun.server.access.Need.EVENTS;
import static io.zhixun.server.access.Need.LEARNER;
import static io.zhixun.server.access.Need.PROBE;
import static io.zhixun.server.access.Need.PUBLIC;
import static io.zhixun.server.access.Need.RANKER;
import static io.zhixun.server.access.Need.READER;

import io.zhixun.search.serving.Live;
import io.zhixun.server.api.AnalyticsResource;
import io.zhixun.server.api.Asking;
import io.zhixun.server.api.AuditResource;
import io.zhixun.server.api.DocsResource;
import io.zhixun.server.api.EventsResource;
import io.zhixun.server.api.FeedResource;
import io.zhixun.server.api.HealthResource;
import io.zhixun.server.api.ItemBatchResource;
import io.zhixun.server.api.ItemHistoryResource;
import io.zhixun.server.api.ItemListResource;
import io.zhixun.server.api.ItemResource;
import io.zhixun.server.api.JobResource;
import io.zhixun.server.api.KeyResource;
import io.zhixun.server.api.LearnerRightsResource;
import io.zhixun.server.api.MetricsResource;
import io.zhixun.server.api.PathResource;
import io.zhixun.server.api.RankResource;
import io.zhixun.server.api.Records;
import io.zhixun.server.api.RuleResource;
import io.zhixun.server.api.SearchResource;
import io.zhixun.server.api.SnapshotResource;
import io.zhixun.server.api.SuggestResource;
import io.zhixun.server.api.TermResource;
import io.zhixun.server.api.UserDataResource;
import io.zhixun.server.api.UserResource;
import io.zhixun.server.http.Gate;
import io.zhixun.server.http.Metrics;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Every route: its address, who may call it, what answers. The shapes are in {@code openapi.json};
 * a test holds the two together.
 */
final class Routes {
  private Routes() {}

  /** What the server knows of itself. */
  record Watched(Metrics metrics, Gate gate) {}

  static List<Route> of(Services services, Records records, Watched watched) {
    BooleanSupplier closing = watched.gate()::isClosing;
    Live live = services.live();
    Asking asking = new Asking(services.discovery(), live, services.clock());
    SearchResource search = new SearchResource(asking);
    SuggestResource suggest = new SuggestResource(asking);
    FeedResource feed = new FeedResource(asking);
    RankResource rank = new RankResource(asking);
    PathResource path = new PathResource(asking);
    ItemListResource lists = new ItemListResource(asking);
    EventsResource events = new EventsResource(live, services.clock());
    ItemResource item = new ItemResource(records, live, services.items(), services.clock());
    ItemBatchResource items = new ItemBatchResource(records, live, batchIds(services));
    ItemHistoryResource history = new ItemHistoryResource(records, live);
    RuleResource rules = rules(services, records);
    TermResource synonyms =
        TermResource.synonyms(records, live, services.trials(), services.clock());
    TermResource words = TermResource.words(records, live, services.trials(), services.clock());
    AuditResource audit = new AuditResource(records, live);
    LearnerRightsResource rights = new LearnerRightsResource(records, live, services.tastes());
    UserResource user = new UserResource(records, live);
    UserDataResource users = new UserDataResource(records, live);
    JobResource jobs = new JobResource(records, services.reindexing().jobs(), closing);
    SnapshotResource snapshots =
        new SnapshotResource(records, services.reindexing().workshop(), live);
    AnalyticsResource analytics = new AnalyticsResource(services.reports());
    KeyResource keys = new KeyResource(records);
    HealthResource health = new HealthResource(live, closing);
    MetricsResource metrics =
        new MetricsResource(watched.metrics(), live, watched.gate()::underWay);
    DocsResource docs = new DocsResource();
    return List.of(
        // Finding and proposing.
        get("/v1/search", READER, search::get),
        get("/v1/suggest", READER, suggest::get),
        get("/v1/recommendations", READER, feed::get),
        get("/v1/trending", READER, lists::trending),
        get("/v1/paths", READER, path::get),
        get("/v1/items/{id}/similar", READER, lists::similar),
        get("/v1/items/{id}/next", READER, lists::next),
        post("/v1/rank", RANKER, rank::post),
        // Behaviour.
        post("/v1/events", EVENTS, events::post),
        // What is sold; reading shows unpublished items to editors only.
        get("/v1/items/{id}", READER, item::get),
        put("/v1/items/{id}", EDITOR, item::put),
        patch("/v1/items/{id}", EDITOR, item::patch),
        delete("/v1/items/{id}", EDITOR, item::delete),
        post("/v1/items:bulk", EDITOR, items::bulk),
        post("/v1/items:validate", EDITOR, items::validate),
        get("/v1/items/{id}/versions", EDITOR, history::versions),
        post("/v1/batches/{id}/undo", EDITOR, history::undo),
        get("/v1/rules", EDITOR, rules::list),
        put("/v1/rules/{id}", EDITOR, rules::put),
        delete("/v1/rules/{id}", EDITOR, rules::delete),
        post("/v1/rules:validate", EDITOR, rules::validate),
        // How texts and queries are read.
        get("/v1/synonyms", EDITOR, synonyms::list),
        get("/v1/synonyms/{id}", EDITOR, synonyms::get),
        put("/v1/synonyms/{id}", EDITOR, synonyms::put),
        delete("/v1/synonyms/{id}", EDITOR, synonyms::delete),
        post("/v1/synonyms:validate", EDITOR, synonyms::validate),
        get("/v1/words", EDITOR, words::list),
        get("/v1/words/{id}", EDITOR, words::get),
        put("/v1/words/{id}", EDITOR, words::put),
        delete("/v1/words/{id}", EDITOR, words::delete),
        post("/v1/words:validate", EDITOR, words::validate),
        // Learners and their rights.
        put("/v1/users/{id}", EVENTS, user::put),
        get("/v1/users", EDITOR, users::list),
        get("/v1/users/{id}", LEARNER, user::get),
        get("/v1/users/{id}/history", LEARNER, users::history),
        delete("/v1/users/{id}/history", LEARNER, rights::forget),
        get("/v1/users/{id}/export", LEARNER, users::export),
        get("/v1/users/{id}/tags", LEARNER, rights::tags),
        put("/v1/users/{id}/tags", LEARNER, rights::showTags),
        delete("/v1/users/{id}/tags", LEARNER, rights::hideTags),
        delete("/v1/users/{id}", LEARNER, rights::erase),
        post("/v1/users/{id}:merge", EVENTS, rights::merge),
        put("/v1/users/{id}/personalisation", LEARNER, user::personalisation),
        // What answers are made from.
        post("/v1/reindex", EDITOR, jobs::reindex),
        get("/v1/jobs", EDITOR, jobs::list),
        get("/v1/jobs/{id}", EDITOR, jobs::get),
        get("/v1/jobs/{id}/stream", EDITOR, jobs::stream),
        post("/v1/jobs/{id}/cancel", EDITOR, jobs::cancel),
        get("/v1/snapshots", EDITOR, snapshots::list),
        post("/v1/snapshots/{id}/activate", EDITOR, snapshots::activate),
        get("/v1/snapshots/{id}/diff", EDITOR, snapshots::diff),
        // What came of it.
        get("/v1/analytics", EDITOR, analytics::get),
        get("/v1/analytics/queries", EDITOR, analytics::queries),
        get("/v1/analytics/clicks", EDITOR, analytics::clicks),
        get("/v1/analytics/exposure", EDITOR, analytics::exposure),
        // Who did what.
        get("/v1/audit", EDITOR, audit::list),
        post("/v1/audit/{id}/undo", EDITOR, audit::undo),
        // Who may do all this.
        post("/v1/keys", ADMIN, keys::post),
        get("/v1/keys", ADMIN, keys::list),
        delete("/v1/keys/{id}", ADMIN, keys::delete),
        // For those who watch the server, and those who build on it.
        get("/livez", PROBE, health::livez),
        get("/readyz", PROBE, health::readyz),
        get("/metrics", PROBE, metrics::get),
        get("/openapi.json", PUBLIC, docs::openapi),
        get("/docs", PUBLIC, docs::page));
  }

  private static RuleResource rules(Services services, Records records) {
    return new RuleResource(
        records, services.live(), services.trials(), services.clock(), services.reports());
  }

  private static Supplier<String> batchIds(Services services) {
    return () -> "b-" + Long.toUnsignedString(services.random().nextLong(), 36);
  }
}
