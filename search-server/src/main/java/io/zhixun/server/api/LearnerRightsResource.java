package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.VisitorId;
import io.zhixun.corpus.check.Limits;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.search.serving.Live;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import io.zhixun.server.http.Query;
import io.zhixun.store.Change;
import io.zhixun.store.Erasures.Erasure;
import io.zhixun.store.Erasures.Forgetting;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /v1/users/{id}/tags}, {@code DELETE /v1/users/{id}} and {@code /v1/users/{id}:merge}: what
 * is concluded about a learner, and how to be forgotten or recognised.
 */
public final class LearnerRightsResource {
  /** How long an answer waits until nothing of an erased learner enters an answer. */
  private static final Duration VISIBLE = Duration.ofSeconds(30);

  /** What the record's kinds of changes are called in a receipt. */
  private static final Map<String, String> NAMES =
      Map.of("event", "events", "profile", "profiles", "visitor-merged", "logins");

  private static final int MOST_TAGS = 100;
  private static final int MOST_CAUSES = 20;

  private final Records records;
  private final Live live;
  private final Learners learners;
  private final Function<UserId, Tastes> tastes;

  /**
   * @param tastes what answers conclude from a learner's history now
   */
  public LearnerRightsResource(Records records, Live live, Function<UserId, Tastes> tastes) {
    this.records = records;
    this.live = live;
    this.learners = new Learners(records);
    this.tastes = tastes;
  }

  /** {@code GET /v1/users/{id}/tags}: the tags that answers use, each with what it comes from. */
  public void tags(Context ctx) {
    Query.none(ctx);
    UserId id = Paths.learner(ctx);
    learners.require(ctx, id);
    Tastes concluded = tastes.apply(id);
    ObjectNode json = Json.object();
    ArrayNode tags = json.putArray("tags");
    concluded.positiveTags().stream()
        .limit(MOST_TAGS)
        .forEach(
            tag -> {
              ObjectNode one = tags.addObject();
              one.put("tag", tag).put("weight", concluded.tags().get(tag));
              ArrayNode because = one.putArray("because");
              concluded.because().getOrDefault(tag, List.of()).stream()
                  .limit(MOST_CAUSES)
                  .forEach(item -> because.add(item.value()));
            });
    records.settings(id).hiddenTags().stream()
        .sorted()
        .forEach(tag -> json.withArray("hidden").add(tag));
    Json.answer(ctx, json);
  }

  /**
   * {@code DELETE /v1/users/{id}/tags?tag=…}: answers conclude nothing from these tags any more,
   * whatever the learner does later; without {@code tag} from none that they use now.
   */
  public void hideTags(Context ctx) {
    UserId id = Paths.learner(ctx);
    List<String> named = named(ctx);
    learners.require(ctx, id);
    write(ctx, id, named.isEmpty() ? tastes.apply(id).positiveTags() : named, true);
  }

  /** {@code PUT /v1/users/{id}/tags?tag=…}: takes that back; without {@code tag} for all. */
  public void showTags(Context ctx) {
    UserId id = Paths.learner(ctx);
    List<String> named = named(ctx);
    learners.require(ctx, id);
    Collection<String> hidden = records.settings(id).hiddenTags();
    write(ctx, id, named.isEmpty() ? hidden : named, false);
  }

  private static List<String> named(Context ctx) {
    Query query = Query.of(ctx);
    List<String> tags = query.fields().texts("tag", Limits.MAX_LIST, Limits.TAG);
    return query.finish(() -> tags);
  }

  private void write(Context ctx, UserId id, Collection<String> tags, boolean hidden) {
    List<Change> changes =
        tags.stream().map(tag -> (Change) new Change.HideTag(id, tag, hidden)).toList();
    long seq = changes.isEmpty() ? live.seq() : live.accept(changes).seq();
    Json.answer(ctx, Json.object().put("seq", seq));
  }

  /**
   * {@code DELETE /v1/users/{id}/history?event=…}: forgets one event for good; without {@code
   * event} all of them.
   */
  public void forget(Context ctx) {
    UserId id = Paths.learner(ctx);
    Query query = Query.of(ctx);
    Optional<String> named = query.fields().id("event");
    Optional<String> event = query.finish(() -> named);
    learners.require(ctx, id);
    Optional<Forgetting> forgotten = records.forget(id, event);
    if (forgotten.isEmpty() && event.isPresent()) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "the learner has no event " + event.get());
    }
    forgotten.ifPresent(done -> live.awaitSeq(done.seq(), VISIBLE));
    ObjectNode json = Json.object().put("forgotten", forgotten.map(Forgetting::events).orElse(0L));
    Json.answer(ctx, json.put("seq", forgotten.map(Forgetting::seq).orElseGet(live::seq)));
  }

  /** {@code DELETE /v1/users/{id}}: forgets the learner for good; acts on the very next answer. */
  public void erase(Context ctx) {
    Query.none(ctx);
    UserId id = Paths.learner(ctx);
    Erasure erasure =
        records
            .erase(id)
            .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "no such learner"));
    live.awaitSeq(erasure.seq(), VISIBLE);
    ObjectNode json = Json.object().put("receipt", erasure.receipt());
    ObjectNode counts = json.putObject("erased");
    erasure.counts().forEach((kind, count) -> counts.put(NAMES.getOrDefault(kind, kind), count));
    Json.answer(ctx, json.put("seq", erasure.seq()));
  }

  /** {@code POST /v1/users/{id}:merge}: at login, what a visitor did becomes the learner's. */
  public void merge(Context ctx) {
    Query.none(ctx);
    UserId id = Paths.learner(ctx);
    VisitorId visitor =
        Body.object(
            ctx,
            in -> {
              in.require("visitor");
              var named = in.id("visitor").map(VisitorId::new);
              return in.finish(named::orElseThrow);
            });
    if (visitor.equals(VisitorId.GUEST)) {
      throw ProblemException.at(
          "/visitor",
          ProblemCode.OUT_OF_RANGE,
          "visitor must be one who is told apart from others, got " + visitor);
    }
    long seq = live.accept(List.of(new Change.MergeVisitor(visitor, id))).seq();
    Json.answer(ctx, Json.object().put("seq", seq));
  }
}
