package io.zhixun.corpus;

/** Identifies an item; ordered by code unit, which is how ties are broken. */
public record ItemId(String value) implements Comparable<ItemId> {
  public ItemId {
    Ids.require("item id", value);
  }

  @Override
  public int compareTo(ItemId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
