package io.zhixun.search.lexical;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A field that answers can be counted and filtered by. */
public enum Facet {
  FORMAT,
  LEVEL,
  ACCESS,
  CATEGORY,
  TAG,
  AUTHOR,
  LANGUAGE;

  /** The name in requests, answers and the index: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Facet> of(String label) {
    return Arrays.stream(values()).filter(facet -> facet.label().equals(label)).findFirst();
  }
}
