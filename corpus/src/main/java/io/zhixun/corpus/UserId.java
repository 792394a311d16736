package io.zhixun.corpus;

/** Identifies a learner who is signed in; ordered by code unit, which is how ties are broken. */
public record UserId(String value) implements Comparable<UserId> {
  public UserId {
    Ids.require("user id", value);
  }

  @Override
  public int compareTo(UserId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
