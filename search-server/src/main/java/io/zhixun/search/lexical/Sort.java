package io.zhixun.search.lexical;

/** The orders a search can be asked for; ties by id in each of them. */
public enum Sort {
  RELEVANCE("relevance"),
  NEWEST("newest"),
  RATING("rating"),
  POPULARITY("popularity"),
  PRICE_ASC("priceAsc"),
  PRICE_DESC("priceDesc");

  private final String label;

  Sort(String label) {
    this.label = label;
  }

  /** The name in requests. */
  public String label() {
    return label;
  }
}
