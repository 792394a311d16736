package io.zhixun.corpus;

/**
 * Identifies an anonymous visitor, until a login merges it into a learner; ordered by code unit,
 * which is how ties are broken.
 */
public record VisitorId(String value) implements Comparable<VisitorId> {
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
