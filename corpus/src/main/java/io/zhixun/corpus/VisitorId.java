package io.zhixun.corpus;

/**
 * Identifies an anonymous visitor, until a login merges it into a learner; ordered by code unit,
 * which is how ties are broken.
 */
public record VisitorId(String value) implements Comparable<VisitorId> {
  /**
   * All who look at pages without an account. They are not told apart, so that nothing says what
   * one of them did, and one of them cannot pass for many.
   */
  public static final VisitorId GUEST = new VisitorId("page-guest");

  public VisitorId {
    Ids.require("visitor id", value);
  }

  @Override
  public int compareTo(VisitorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
