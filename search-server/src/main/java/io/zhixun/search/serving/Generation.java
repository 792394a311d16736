package io.zhixun.search.serving;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.interaction.Engagement;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.policy.Rules;
import io.zhixun.search.lexical.LexicalIndex;
import io.zhixun.search.semantic.SemanticIndex;
import io.zhixun.search.suggest.Suggester;
import io.zhixun.store.Change;
import io.zhixun.store.Entry;
import io.zhixun.store.Recorded;
import io.zhixun.store.Term;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/**
 * A snapshot and every change after it: all that an answer is made from. One thread applies
 * changes, any number of requests read.
 */
public final class Generation {
  private final Parts parts;
  private final ToIntFunction<ItemId> rows;
  private final AtomicInteger uses = new AtomicInteger(1);
  private final Synonyms synonyms;
  private volatile long seq;
  private volatile Rules rules = Rules.none(ChineseAnalyzer::spelling);

  /**
   * What a generation is put together from.
   *
   * @param snapshot name of the snapshot
   * @param seq last change that is in it
   */
  public record Parts(
      String snapshot,
      long seq,
      LexicalIndex lexical,
      ItemTable items,
      Collaborative collaborative,
      PopularityBoard popularity,
      PopularityBoard trending,
      Suggester suggester,
      SemanticIndex semantic,
      EventWeights weights) {}

  /**
   * @param rows the row that the record has issued to an item
   */
  public Generation(Parts parts, ToIntFunction<ItemId> rows) {
    this.parts = parts;
    this.rows = rows;
    this.seq = parts.seq();
    this.synonyms = new Synonyms(parts.lexical());
  }

  /** The same with one rule more, on the same parts: for answers while this one is held open. */
  Generation with(Rule rule) {
    Generation other = new Generation(parts, rows);
    other.seq = seq;
    other.rules = rules.with(rule);
    return other;
  }

  /** The same with one synonym more, on the same parts: for answers while this one is held open. */
  Generation with(Term synonym) {
    Parts read =
        new Parts(
            parts.snapshot(),
            seq,
            parts.lexical().reading(synonyms.with(synonym)),
            parts.items(),
            parts.collaborative(),
            parts.popularity(),
            parts.trending(),
            parts.suggester(),
            parts.semantic(),
            parts.weights());
    Generation other = new Generation(read, rows);
    other.rules = rules;
    return other;
  }

  /** Reads queries by the dictionaries and by what editors have added to them. */
  public void readBy(Dictionaries dictionaries, List<Term> synonymLines) {
    synonyms.begin(dictionaries, synonymLines);
  }

  /** The name in answers: the snapshot, and the last change that is in them. */
  public String name() {
    return parts.snapshot() + "@" + seq;
  }

  public String snapshot() {
    return parts.snapshot();
  }

  public long seq() {
    return seq;
  }

  /** The last change that is in the snapshot itself. */
  public long snapshotSeq() {
    return parts.seq();
  }

  public LexicalIndex lexical() {
    return parts.lexical();
  }

  public ItemTable items() {
    return parts.items();
  }

  public Collaborative collaborative() {
    return parts.collaborative();
  }

  public PopularityBoard popularity() {
    return parts.popularity();
  }

  /** Counts of the last days alone. */
  public PopularityBoard trending() {
    return parts.trending();
  }

  /** The editors' rules as of now. */
  public Rules rules() {
    return rules;
  }

  public SemanticIndex semantic() {
    return parts.semantic();
  }

  public Suggester suggester() {
    return parts.suggester();
  }

  /** Takes in the next changes, in order; {@link #seq} grows when all of them are visible. */
  void apply(Iterable<Entry> entries) {
    long last = seq;
    boolean edited = false;
    for (Entry entry : entries) {
      edited |= apply(entry.change());
      last = entry.seq();
    }
    if (edited) {
      parts.lexical().refresh();
    }
    seq = last;
  }

  private boolean apply(Recorded recorded) {
    return switch (recorded) {
      case Change.PutItem(Item item, _) -> {
        put(item, rows.applyAsInt(item.id()));
        parts.items().of(item.id()).ifPresent(parts.suggester()::put);
        parts.lexical().put(item, rows.applyAsInt(item.id()));
        parts.semantic().put(item, rows.applyAsInt(item.id()));
        parts.collaborative().cold().put(item, rows.applyAsInt(item.id()));
        yield true;
      }
      case Change.DeleteItem(ItemId id, _) -> {
        parts.items().of(id).ifPresent(item -> parts.semantic().remove(item.row()));
        parts.items().of(id).ifPresent(item -> parts.collaborative().cold().remove(item.row()));
        parts.items().remove(id);
        parts.lexical().remove(id);
        yield true;
      }
      case Change.AppendEvent(Event.OnItem event) -> {
        count(event);
        yield false;
      }
      case Change.PutRule(Rule rule) -> {
        put(rule);
        yield false;
      }
      case Change.DeleteRule(String id) -> {
        rules = rules.without(id);
        yield false;
      }
      case Change.PutTerm(Term term, _) -> {
        synonyms.put(term);
        yield false;
      }
      case Change.DeleteTerm(Term.Kind list, String id, _) -> {
        synonyms.remove(list, id);
        yield false;
      }
      case Change.AppendEvent(Event.Search search) -> {
        search.user().ifPresent(user -> parts.suggester().asked(user, search.query(), search.at()));
        yield false;
      }
      case Change.AppendEvent _,
          Change.PutProfile _,
          Change.SetPersonalisation _,
          Change.HideTag _,
          Change.MergeVisitor _,
          Recorded.Erased _,
          Recorded.LearnerErased _,
          Recorded.EventsForgotten _ ->
          false;
    };
  }

  /** Makes an item known to everything but the lexical index. */
  public void put(Item item, int row) {
    ItemFacts facts = ItemFacts.of(item, row);
    parts.items().put(facts);
    parts.popularity().reported(facts);
  }

  /** Adds a rule, or replaces what it said; the next request follows it. */
  public void put(Rule rule) {
    rules = rules.with(rule);
  }

  /** Lets one more event speak for what is popular. */
  public void count(Event event) {
    if (event instanceof Event.OnItem onItem) {
      count(onItem);
    }
  }

  private void count(Event.OnItem event) {
    if (event.isOfGuest()) {
      return;
    }
    double weight = parts.weights().of(Engagement.NONE.after(event));
    if (weight > 0) {
      parts
          .items()
          .of(event.item())
          .ifPresent(
              item -> {
                parts.popularity().add(item.row(), weight, event.at());
                parts.trending().add(item.row(), weight, event.at());
              });
    }
  }

  /** Gives up the use that a new generation begins with: for one that is not served. */
  public void close() {
    release();
  }

  /** Holds the generation open; false when it is closed already. */
  boolean acquire() {
    return uses.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
  }

  void release() {
    if (uses.decrementAndGet() == 0) {
      parts.semantic().close();
      parts.lexical().close();
    }
  }
}
