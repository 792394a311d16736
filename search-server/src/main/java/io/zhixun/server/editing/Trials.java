package io.zhixun.server.editing;

import io.zhixun.corpus.Rule;
import io.zhixun.search.measure.RankingDiff;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.serving.Generations;
import io.zhixun.search.serving.Trial;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What would come of a change that an editor has in mind, before anybody else sees it. Safe for
 * many threads; each method may throw {@code NotReadyException}.
 */
public final class Trials {
  private final Generations served;
  private final Discovery discovery;
  private final Function<Generations, Discovery> pipeline;

  /**
   * @param served what answers are made from now
   * @param discovery answers from it
   * @param pipeline answers from other generations just as the served ones are answered from
   */
  public Trials(
      Generations served, Discovery discovery, Function<Generations, Discovery> pipeline) {
    this.served = served;
    this.discovery = discovery;
    this.pipeline = pipeline;
  }

  /** An answer without and with a change. */
  public record Compared(Answers.Search before, Answers.Search after) {}

  /** What searches would find with a line of synonyms more, or with its new content. */
  public RankingDiff with(Term synonym, List<String> queries, Instant now) {
    try (Trial trial = Trial.of(served, synonym)) {
      return RankingDiff.between(discovery, pipeline.apply(trial.generations()), queries, now);
    }
  }

  /** What a search would answer with a rule more, or with its new content. */
  public Compared with(Rule rule, Requests.Search search, Instant now) {
    Answers.Search before = discovery.search(search, now);
    try (Trial trial = Trial.of(served, rule)) {
      return new Compared(before, pipeline.apply(trial.generations()).search(search, now));
    }
  }

  /** The words that a text is cut into now. */
  public List<String> cut(String text) {
    return ask(lease -> lease.generation().lexical().words(text));
  }

  /** The words that a text will be cut into when a domain word acts. */
  public List<String> cutKnowing(String word, String text) {
    return ask(lease -> lease.generation().lexical().wordsKnowing(word, text));
  }

  /** How many items hold a text as it is. */
  public int holding(String text) {
    String phrase = "\"" + text.replace("\"", " ") + "\"";
    return ask(lease -> lease.generation().lexical().search(phrase).size());
  }

  /** What is wrong with a rule although it is well formed. */
  public List<RuleLint.Warning> warnings(Rule rule, RuleLint.Known known) {
    return ask(lease -> new RuleLint(lease.generation(), known).warnings(rule));
  }

  /**
   * Tells domain words that the served snapshot was made with from those that wait for the next.
   */
  public Activity activity() {
    if (!served.isReady()) {
      return _ -> false;
    }
    long seq = ask(lease -> lease.generation().snapshotSeq());
    return word -> word.seq() <= seq;
  }

  /** Whether a domain word acts. */
  public interface Activity {
    boolean isActive(StoredTerm word);
  }

  private <T> T ask(Function<Generations.Lease, T> question) {
    try (Generations.Lease lease = served.lease()) {
      return question.apply(lease);
    }
  }
}
