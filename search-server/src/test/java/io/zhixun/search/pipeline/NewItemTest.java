package io.zhixun.search.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.cli.Platform;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.ranking.blend.Part;
import io.zhixun.search.pipeline.Answers.Hit;
import io.zhixun.store.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An item that was added a moment ago is proposed to those who took what is written like it. */
class NewItemTest {
  private static final String NEW = "x-new-1";
  private static final String LEARNER = "u-likes-alike";

  private final Platform platform = Platform.shared();
  private final List<Item> shelf = platform.store().corpus().items();

  /** Items of one innermost category, which one learner took. */
  private List<Item> taken;

  @BeforeEach
  void aLearnerTookSomeOfOneCategory() {
    List<String> category = mostCommonCategory();
    taken =
        shelf.stream().filter(item -> item.text().category().equals(category)).limit(4).toList();
    taken.forEach(item -> Asked.complete(LEARNER, item.id().value()));
  }

  @AfterEach
  void takeTheNewItemAway() {
    platform.accept(new Change.DeleteItem(new ItemId(NEW), OptionalLong.empty()));
  }

  private List<String> mostCommonCategory() {
    return shelf.stream()
        .map(item -> item.text().category())
        .filter(category -> !category.isEmpty())
        .collect(
            Collectors.groupingBy(category -> category, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  /** A new item with the words of another. */
  private static Item written(Item like) {
    ObjectNode json = ItemJson.write(like);
    json.put("id", NEW).put("workId", "w-" + NEW).put("title", like.text().title() + "续篇");
    json.putArray("authors").add("新来的作者");
    for (String count : List.of("learnerCount", "ratingCount", "rating", "completionRate")) {
      json.remove(count);
    }
    json.remove("prerequisites");
    json.put("url", "/items/" + NEW);
    return ItemCheck.read(json).valid().orElseThrow();
  }

  private void put(Item item) {
    platform.accept(new Change.PutItem(item, OptionalLong.empty()));
  }

  private Optional<Hit> proposed(String user) {
    return Asked.home(100, Asked.by(user)).sections().stream()
        .flatMap(section -> section.items().stream())
        .filter(hit -> hit.item().id().value().equals(NEW))
        .findFirst();
  }

  /** What the texts add to a score. */
  private static double likeness(List<Part> parts) {
    return parts.stream()
        .filter(part -> part.feature().equals("likeness"))
        .mapToDouble(Part::contribution)
        .sum();
  }

  @Test
  void itIsProposedAtOnceForWhatIsWrittenOfItWithATrueCause() {
    put(written(taken.getFirst()));

    Hit hit = proposed(LEARNER).orElseThrow();

    assertTrue(hit.sources().contains("likeness"), hit.sources().toString());
    assertTrue(likeness(hit.parts()) > 0, hit.parts().toString());
    List<ItemId> causes = hit.reasons().stream().flatMap(reason -> reason.item().stream()).toList();
    assertFalse(causes.isEmpty(), hit.reasons().toString());
    assertTrue(taken.stream().map(Item::id).toList().containsAll(causes), causes.toString());
  }

  @Test
  void whatIsWrittenOfItNowCounts() {
    Item like = taken.getFirst();
    Item unlike =
        shelf.stream()
            .filter(item -> !item.text().category().isEmpty())
            .filter(
                item ->
                    !item.text().category().getFirst().equals(like.text().category().getFirst()))
            .findFirst()
            .orElseThrow();
    put(written(like));
    double before = score();

    put(written(unlike));

    assertTrue(score() < before / 2, before + " and after an edit " + score());
  }

  private double score() {
    return likeness(partsOf(NEW, OptionalDouble.of(1)));
  }

  private List<Part> partsOf(String item, OptionalDouble weight) {
    Requests.Rank request =
        new Requests.Rank(List.of(item), Optional.empty(), false, Asked.by(LEARNER, weight));
    return platform.discovery().rank(request, Platform.NOW).items().getFirst().parts();
  }

  @Test
  void withoutTheLearnerItSaysNothing() {
    put(written(taken.getFirst()));

    assertEquals(0, likeness(partsOf(NEW, OptionalDouble.of(0))));
  }

  @Test
  void anItemThatManyTookSpeaksByBehaviourAlone() {
    String popular = taken.getFirst().id().value();

    assertEquals(0, likeness(partsOf(popular, OptionalDouble.of(1))));
  }
}
