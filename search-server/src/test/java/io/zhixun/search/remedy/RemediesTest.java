package io.zhixun.search.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.search.analytics.Report.Askers;
import io.zhixun.search.analytics.Report.Next;
import io.zhixun.search.analytics.Report.QueryLine;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.remedy.Remedy.Why;
import io.zhixun.search.serving.Generations;
import io.zhixun.search.serving.Trial;
import io.zhixun.store.Term;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Proposals from the sample catalogue. */
class RemediesTest {
  private static List<Remedy> remedies(String query, Next... next) {
    ChineseAnalyzer analyzer = new ChineseAnalyzer(Lexicon.EMPTY);
    QueryLine line =
        new QueryLine(query, query, new Askers(3, 2, 0), 3, 0, 0, OptionalInt.of(0), List.of(next));
    try (Generations.Lease lease = Platform.shared().generations().lease()) {
      return Remedies.of(lease.generation(), Platform.NOW, analyzer).of(line);
    }
  }

  private static void assertProposed(String target, Why why, List<Remedy> remedies) {
    assertTrue(
        remedies.stream()
            .anyMatch(
                one ->
                    one instanceof Remedy.Synonym synonym
                        && synonym.target().equals(target)
                        && synonym.why() == why
                        && synonym.bearers() > 0),
        remedies.toString());
  }

  @Test
  void whatPeopleSearchedNextIsProposedFirst() {
    List<Remedy> remedies = remedies("饕餮", new Next("睡眠", 2));

    assertEquals(new Remedy.Synonym("睡眠", Why.SEARCHED_NEXT, 2), remedies.getFirst());
  }

  @Test
  void termsThatSoundTheSameOrDifferInOneCharacterAreProposed() {
    assertProposed("睡眠", Why.SAME_SOUND, remedies("水面"));
    assertProposed("睡眠", Why.SAME_SOUND, remedies("shuimian"));
    assertProposed("深度学习", Why.ONE_CHARACTER_OFF, remedies("深度学园"));
    assertProposed("睡眠", Why.ONE_CHARACTER_OFF, remedies("睡眠舱"));
  }

  @Test
  void aTermThatSharesHalfOfTheCharactersIsProposed() {
    assertProposed("机器学习", Why.SHARED_CHARACTERS, remedies("机器习得课"));
  }

  @Test
  void aQueryIsNoSynonymOfItself() {
    List<Remedy> remedies = remedies("Python", new Next("python", 3));

    assertTrue(
        remedies.stream()
            .noneMatch(
                one ->
                    one instanceof Remedy.Synonym synonym
                        && synonym.target().equalsIgnoreCase("Python")),
        remedies.toString());
  }

  @Test
  void whereNothingIsNearTheContentIsMissing() {
    assertEquals(List.of(new Remedy.Missing()), remedies("龘靐齉爩"));
  }

  @Test
  void aWordInTitlesThatIsCutIntoSingleCharactersIsToBeKeptWhole() {
    assertTrue(
        remedies("与钢").getFirst() instanceof Remedy.Word(String word, long bearers)
            && word.equals("与钢")
            && bearers > 0,
        remedies("与钢").toString());
  }

  private static int total(Discovery discovery, String query) {
    Requests.Search search =
        new Requests.Search(
            query,
            Filters.NONE,
            List.of(),
            Requests.Mode.HYBRID,
            Sort.RELEVANCE,
            new Requests.Page(10, Optional.empty()),
            Requests.Audience.ANYBODY);
    return discovery.search(search, Platform.NOW).total();
  }

  @Test
  void aSynonymOnTrialActsInTheTrialAlone() {
    Platform platform = Platform.shared();
    Term synonym = new Term(Term.Kind.SYNONYM, "t-1", Remedies.line("饕餮", "睡眠"));
    int before = total(platform.discovery(), "饕餮");

    int during;
    try (Trial trial = Trial.of(platform.generations(), synonym)) {
      during = total(platform.over(trial.generations()), "饕餮");
    }

    assertEquals(0, before);
    assertTrue(during > 0, "found " + during);
    assertEquals(0, total(platform.discovery(), "饕餮"));
  }
}
