package io.zhixun.search.pipeline;

import static io.zhixun.search.pipeline.Asked.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.search.pipeline.Answers.Reason;
import io.zhixun.search.pipeline.Answers.Step;
import io.zhixun.store.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PathTest {
  private final Platform platform = Platform.shared();
  private final List<ItemId> put = new ArrayList<>();

  @AfterEach
  void undo() {
    put.forEach(id -> platform.accept(new Change.DeleteItem(id)));
  }

  @Test
  void everyStepComesAfterItsOwnPrerequisitesAndTheGoalLast() {
    course("p-goal", "p-b", "p-c");
    course("p-b", "p-a");
    course("p-c", "p-a", "p-b");
    course("p-a");

    Answers.Path path = path("p-goal", "u-path-1").orElseThrow();

    assertEquals(List.of("p-a", "p-b", "p-c", "p-goal"), ids(path));
    assertEquals(Reason.Code.GOAL, path.steps().getLast().reason().code());
    assertEquals(Optional.of(new ItemId("p-b")), path.steps().getFirst().reason().item());
    assertEquals(List.of(), path.cycles());
  }

  @Test
  void whatIsFinishedIsLeftOutWithAllThatOnlyItNeeded() {
    course("p-goal", "p-b", "p-c");
    course("p-b", "p-a");
    course("p-c");
    course("p-a");
    complete("u-path-2", "p-b");

    assertEquals(List.of("p-c", "p-goal"), ids(path("p-goal", "u-path-2").orElseThrow()));

    complete("u-path-2", "p-goal");

    assertEquals(List.of(), ids(path("p-goal", "u-path-2").orElseThrow()));
  }

  @Test
  void aCycleIsReportedAndThereIsStillAWay() {
    course("p-goal", "p-a");
    course("p-a", "p-c");
    course("p-b", "p-a");
    course("p-c", "p-b");

    Answers.Path path = path("p-goal", "u-path-3").orElseThrow();

    assertEquals(1, path.cycles().size());
    assertEquals(new ItemId("p-a"), path.cycles().getFirst().getFirst());
    assertEquals(3, path.cycles().getFirst().size());
    assertEquals(4, path.steps().size());
    assertEquals("p-goal", ids(path).getLast());
  }

  @Test
  void draftsArePassedThroughAndUnknownItemsPassedOver() {
    course("p-goal", "p-draft", "p-unknown");
    put("{'id':'p-draft','format':'COURSE','title':'草稿','status':'DRAFT','prerequisites':['p-a']}");
    course("p-a");

    assertEquals(List.of("p-a", "p-goal"), ids(path("p-goal", "u-path-5").orElseThrow()));
    assertTrue(path("p-draft", "u-path-5").isEmpty());
    assertTrue(path("p-unknown", "u-path-5").isEmpty());
  }

  @Test
  void aLongChainIsNoDeeperThanAShortOne() {
    for (int i = 0; i < 300; i++) {
      course(
          "p-%03d".formatted(i), i == 0 ? new String[0] : new String[] {"p-%03d".formatted(i - 1)});
    }

    List<String> ids = ids(path("p-299", "u-path-6").orElseThrow());

    assertEquals(300, ids.size());
    assertEquals("p-000", ids.getFirst());
    assertEquals("p-299", ids.getLast());
  }

  private Optional<Answers.Path> path(String goal, String user) {
    return platform.discovery().path(new ItemId(goal), by(user), Platform.NOW);
  }

  private static List<String> ids(Answers.Path path) {
    return path.steps().stream().map(Step::item).map(Item::id).map(ItemId::value).toList();
  }

  private void course(String id, String... prerequisites) {
    String list = prerequisites.length == 0 ? "" : "'" + String.join("','", prerequisites) + "'";
    put(
        "{'id':'%s','format':'COURSE','title':'%s 课','prerequisites':[%s]}"
            .formatted(id, id, list));
  }

  private void put(String line) {
    Item item =
        StrictJson.read(line.replace('\'', '"')).then(ItemCheck::read).valid().orElseThrow();
    put.add(item.id());
    platform.accept(new Change.PutItem(item));
  }

  private void complete(String user, String item) {
    Event.Header header =
        new Event.Header(
            user + item,
            Platform.NOW,
            new Actor.User(new UserId(user)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Event.Context.UNKNOWN);
    platform.accept(new Change.AppendEvent(new Event.Completion(header, new ItemId(item))));
  }
}
