package io.zhixun.search.lexical;

import java.util.Arrays;
import java.util.List;

/** Pure functions on ascending arrays of distinct documents. */
final class Docs {
  static final int[] NONE = {};

  private Docs() {}

  /** What is in any of the lists. The lists stay as they are. */
  static int[] union(List<int[]> lists) {
    return switch (lists.size()) {
      case 0 -> NONE;
      case 1 -> lists.getFirst();
      case 2 -> union(lists.get(0), lists.get(1));
      default -> {
        int middle = lists.size() / 2;
        yield union(union(lists.subList(0, middle)), union(lists.subList(middle, lists.size())));
      }
    };
  }

  private static int[] union(int[] one, int[] other) {
    if (one.length == 0) {
      return other;
    }
    if (other.length == 0) {
      return one;
    }
    int[] all = new int[one.length + other.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      int a = one[i];
      int b = other[j];
      all[size++] = Math.min(a, b);
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    int restOfOne = one.length - i;
    System.arraycopy(one, i, all, size, restOfOne);
    size += restOfOne;
    int restOfOther = other.length - j;
    System.arraycopy(other, j, all, size, restOfOther);
    size += restOfOther;
    return size == all.length ? all : Arrays.copyOf(all, size);
  }

  /** What is in both lists. */
  static int[] intersection(int[] one, int[] other) {
    int[] both = new int[Math.min(one.length, other.length)];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      int a = one[i];
      int b = other[j];
      if (a == b) {
        both[size++] = a;
      }
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    return Arrays.copyOf(both, size);
  }

  /** What is in one list and not in the other. */
  static int[] difference(int[] one, int[] other) {
    int[] rest = new int[one.length];
    int size = 0;
    int j = 0;
    for (int doc : one) {
      while (j < other.length && other[j] < doc) {
        j++;
      }
      rest[size] = doc;
      size += j < other.length && other[j] == doc ? 0 : 1;
    }
    return Arrays.copyOf(rest, size);
  }
}
