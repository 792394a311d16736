package io.zhixun.server.page;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Level;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.jsonl.EventJson;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sample learners with a past, who remember what they do on the pages. */
final class People implements Learners, Feedback, OwnData {
  private final Shelf shelf;
  private final Map<UserId, Learner> learners = new LinkedHashMap<>();
  private final List<SampleLearner> samples = new ArrayList<>();
  private final List<Event> told = new ArrayList<>();
  private final Map<UserId, List<Kept>> kept = new LinkedHashMap<>();
  private final Set<UserId> switchedOff = new HashSet<>();
  private int events;
  private long numbers;

  /**
   * @param now their past ends here
   */
  People(Shelf shelf, Instant now) {
    this.shelf = shelf;
    add("u-linxia", "林夏", "转行做数据分析的会计", profile("u-linxia", "会计", "Python", "数据分析师"));
    past(
        "u-linxia",
        now,
        step("c-1001", 100),
        step("c-1201", 100),
        step("c-1202", 45),
        step("c-1006", 12));
    add("u-zhouning", "周宁", "六年经验的后端工程师", profile("u-zhouning", "工程师", "分布式", "后端工程师"));
    past("u-zhouning", now, step("c-1005", 100), step("c-1006", 80), step("c-1003", 100));
    add("u-hetang", "何棠", "刚当上妈妈的编辑", profile("u-hetang", "编辑", "亲子", "写作"));
    past("u-hetang", now, step("c-1901", 60));
    add("u-newcomer", "新同学", "第一次来，什么都还没看", UserProfile.unknown(new UserId("u-newcomer")));
  }

  private static UserProfile profile(String id, String occupation, String... interests) {
    return new UserProfile(
        new UserId(id),
        Optional.of("25-34"),
        Optional.empty(),
        Optional.of(occupation),
        List.of(interests),
        List.of(),
        List.of(Format.COURSE),
        List.of(20, 21),
        Optional.of(Level.BEGINNER),
        Optional.empty(),
        List.of(),
        false);
  }

  private void add(String id, String name, String description, UserProfile profile) {
    samples.add(new SampleLearner(new UserId(id), name, description));
    learners.put(new UserId(id), Learner.of(profile));
  }

  /** How far a learner came with an item. */
  private record Step(ItemId item, int percent) {}

  private static Step step(String item, int percent) {
    return new Step(new ItemId(item), percent);
  }

  private void past(String user, Instant now, Step... steps) {
    int days = steps.length * 5;
    for (Step step : steps) {
      Event.Header header = header(user, now.minus(Duration.ofDays(days)));
      learn(
          step.percent() == 100
              ? new Event.Completion(header, step.item())
              : new Event.Progress(header, step.item(), step.percent() / 100.0));
      days -= 5;
    }
  }

  private Event.Header header(String user, Instant at) {
    return new Event.Header(
        "past-" + events++,
        at,
        new Actor.User(new UserId(user)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Event.Context.UNKNOWN);
  }

  private void learn(Event event) {
    UserId user = event.user().orElseThrow();
    kept.computeIfAbsent(user, _ -> new ArrayList<>()).add(new Kept(++numbers, event));
    learners.computeIfPresent(user, (_, learner) -> learner.after(event));
  }

  @Override
  public synchronized boolean isPersonalised(UserId learner) {
    return !switchedOff.contains(learner);
  }

  @Override
  public synchronized void personalise(UserId learner, boolean enabled) {
    if (enabled) {
      switchedOff.remove(learner);
    } else {
      switchedOff.add(learner);
    }
  }

  @Override
  public synchronized List<String> hiddenTags(UserId learner) {
    return learners.get(learner).hiddenTags().stream().sorted().toList();
  }

  @Override
  public synchronized void hide(UserId learner, List<String> tags, boolean hidden) {
    Set<String> now = new HashSet<>(learners.get(learner).hiddenTags());
    if (hidden) {
      now.addAll(tags);
    } else {
      tags.forEach(now::remove);
    }
    learners.computeIfPresent(learner, (_, known) -> known.hiding(now));
  }

  @Override
  public synchronized List<Kept> history(UserId learner, long before, int size) {
    return kept.getOrDefault(learner, List.of()).reversed().stream()
        .filter(event -> event.number() < before)
        .limit(size)
        .toList();
  }

  @Override
  public synchronized void export(UserId learner, OutputStream out) throws IOException {
    for (Kept event : history(learner, Long.MAX_VALUE, Integer.MAX_VALUE)) {
      out.write((EventJson.write(event.event()) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public synchronized boolean forget(UserId learner, Optional<String> event) {
    List<Kept> all = kept.getOrDefault(learner, new ArrayList<>());
    boolean any = all.removeIf(one -> event.isEmpty() || one.event().id().equals(event.get()));
    learners.computeIfPresent(
        learner,
        (_, known) -> Learner.of(known.profile()).after(all.stream().map(Kept::event).toList()));
    return any;
  }

  @Override
  public synchronized Optional<Receipt> erase(UserId learner) {
    long events = history(learner, Long.MAX_VALUE, Integer.MAX_VALUE).size();
    forget(learner, Optional.empty());
    learners.put(learner, Learner.of(UserProfile.unknown(learner)));
    return Optional.of(new Receipt("receipt-1", Map.of("event", events)));
  }

  List<SampleLearner> samples() {
    return samples;
  }

  @Override
  public synchronized Optional<Portrait> portrait(UserId id) {
    return Optional.ofNullable(learners.get(id))
        .map(
            learner ->
                new Portrait(learner, Tastes.of(learner, EventWeights.DEFAULTS, shelf::facts)));
  }

  @Override
  public synchronized void accept(Event event) {
    told.add(event);
    if (event.user().isPresent()) {
      learn(event);
    }
  }

  /** The events that the pages reported, oldest first. */
  synchronized List<Event> told() {
    return List.copyOf(told);
  }
}
