package io.zhixun.ranking.policy;

import static io.zhixun.ranking.testing.Samples.completion;
import static io.zhixun.ranking.testing.Samples.head;
import static io.zhixun.ranking.testing.Samples.id;
import static io.zhixun.ranking.testing.Samples.item;
import static io.zhixun.ranking.testing.Samples.purchase;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Tastes;
import io.zhixun.ranking.feature.Viewer;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.policy.Eligibility.Exclusion;
import io.zhixun.ranking.testing.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EligibilityTest {
  private final ItemFacts first = item(1, Optional.of("w1"), List.of(), "周行", "Python");
  private final ItemFacts otherRun = item(2, Optional.of("w1"), List.of(), "周行", "Python");
  private final ItemFacts sameAuthor = item(3, "周行", "Java");
  private final ItemFacts sameTag = item(4, "林夏", "Python");
  private final ItemFacts stranger = item(5, "何岸", "财报");

  @Test
  void whatWasBoughtOrFinishedIsNotProposedAgainInAnyEdition() {
    Eligibility bought = after(purchase(1, "i1"));
    Eligibility finished = after(completion(1, "i1"));

    for (Eligibility eligibility : List.of(bought, finished)) {
      assertEquals(Optional.of(Exclusion.ALREADY_TAKEN), eligibility.of(first));
      assertEquals(Optional.of(Exclusion.ALREADY_TAKEN), eligibility.of(otherRun));
      assertEquals(Optional.empty(), eligibility.of(sameAuthor));
    }
  }

  @Test
  void whatWasBegunIsLeftToTheSectionThatContinuesIt() {
    Eligibility begun = after(new Event.Study(head(1), id("i1"), 600));
    Eligibility clicked = after(Samples.click(1, "i1"));

    assertEquals(Optional.of(Exclusion.ALREADY_BEGUN), begun.of(first));
    assertEquals(Optional.of(Exclusion.ALREADY_BEGUN), begun.of(otherRun));
    assertEquals(Optional.empty(), begun.of(sameAuthor));
    assertEquals(Optional.empty(), clicked.of(first));
  }

  @Test
  void notInterestedHasTheScopeThatWasSaid() {
    Optional<Exclusion> refused = Optional.of(Exclusion.NOT_INTERESTED);

    Eligibility byItem = after(new Event.NotInterested(head(1), id("i1"), Scope.ITEM));
    Eligibility byAuthor = after(new Event.NotInterested(head(1), id("i1"), Scope.AUTHOR));
    Eligibility byTag = after(new Event.NotInterested(head(1), id("i1"), Scope.TAG));

    assertEquals(refused, byItem.of(first));
    assertEquals(Optional.empty(), byItem.of(sameAuthor));
    assertEquals(refused, byAuthor.of(sameAuthor));
    assertEquals(Optional.empty(), byAuthor.of(sameTag));
    assertEquals(refused, byTag.of(sameTag));
    assertEquals(Optional.empty(), byTag.of(stranger));
  }

  private Eligibility after(Event event) {
    Learner learner = Learner.of(UserProfile.unknown(Samples.USER)).after(event);
    List<ItemFacts> catalogue = List.of(first, otherRun, sameAuthor, sameTag, stranger);
    return new Eligibility(
        new Viewer(learner, Tastes.NONE, Context.UNKNOWN, Samples.NOW), new Listed(catalogue));
  }

  /** A catalogue of a few items. */
  private record Listed(List<ItemFacts> items) implements Catalogue {
    @Override
    public Optional<ItemFacts> of(ItemId id) {
      return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    @Override
    public List<ItemFacts> editions(String work) {
      return items.stream().filter(item -> item.work().equals(work)).toList();
    }
  }
}
