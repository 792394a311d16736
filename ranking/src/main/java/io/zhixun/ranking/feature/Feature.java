package io.zhixun.ranking.feature;

/** One calibrated number about one candidate. Stateless and safe for many threads. */
public interface Feature {
  /** The stable name: in settings, in parts of an answer, in logs. */
  String name();

  /** Whether the value depends on who looks; such a feature is silent at weight 0. */
  boolean isPersonal();

  /** Whether it says how well the query is answered. */
  default boolean isRelevance() {
    return false;
  }

  /** Whether it goes by {@link Signals#cooccurrence}, which is computed only where one does. */
  default boolean readsCooccurrence() {
    return false;
  }

  /** The value, about 0..1 and larger is better; {@code NaN} when it is not known. */
  double value(ItemFacts item, Signals signals, Viewer viewer);
}
