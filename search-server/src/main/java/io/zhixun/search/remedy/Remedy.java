package io.zhixun.search.remedy;

/** One thing that may be done about a query. */
public sealed interface Remedy {

  /**
   * Let the query find what another term finds.
   *
   * @param target a term of the catalogue, or a query that is answered
   * @param bearers visible items that carry the term; of a query, how often it came next
   */
  record Synonym(String target, Why why, long bearers) implements Remedy {}

  /**
   * Keep a word whole that is cut into single characters.
   *
   * @param bearers visible items in whose title or tags it stands
   */
  record Word(String word, long bearers) implements Remedy {}

  /** Nothing in the catalogue is near. */
  record Missing() implements Remedy {}

  /** Why a term is proposed, the surest first. */
  enum Why {
    /** People who clicked nothing searched it next. */
    SEARCHED_NEXT,
    SAME_SOUND,
    ONE_CHARACTER_OFF,
    SHARED_CHARACTERS,
    NEAR_IN_MEANING
  }
}
