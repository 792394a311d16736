package io.zhixun.search.pipeline;

import static io.zhixun.search.pipeline.Asked.by;
import static io.zhixun.search.pipeline.Asked.home;
import static io.zhixun.search.pipeline.Asked.ids;
import static io.zhixun.search.pipeline.Asked.nobody;
import static io.zhixun.search.pipeline.Asked.section;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.search.pipeline.Answers.Hit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HomeFeedTest {
  @Test
  void nothingBegunFinishedOrBoughtIsProposed() {
    int proposed = 0;
    for (UserId user : Platform.shared().users().subList(0, 60)) {
      Set<ItemId> taken = new HashSet<>();
      for (Event event : Platform.shared().store().eventsOf(user)) {
        switch (event) {
          case Event.Study study -> taken.add(study.item());
          case Event.Progress progress -> taken.add(progress.item());
          case Event.Completion completion -> taken.add(completion.item());
          case Event.Purchase purchase -> taken.add(purchase.item());
          default -> {}
        }
      }

      List<ItemId> forYou = ids(section(home(24, by(user.value())), "for-you"));

      proposed += forYou.size();
      assertTrue(forYou.stream().noneMatch(taken::contains), user + " " + forYou);
    }
    assertTrue(proposed > 60 * 8, "feeds must not be empty, got " + proposed);
  }

  @Test
  void strangersSeeFirstWhatManyChose() {
    List<Hit> first = section(home(24, nobody()), "for-you").subList(0, 5);

    for (Hit hit : first) {
      assertTrue(
          hit.parts().stream()
              .filter(part -> part.feature().equals("popularity"))
              .anyMatch(part -> part.contribution() >= hit.score() / 2),
          hit.toString());
    }
    assertFalse(first.isEmpty());
  }
}
