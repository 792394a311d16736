package io.zhixun.search.lexical;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which values of which fields are wanted: any within a field, all fields at once. */
public record Filters(Map<Facet, Set<String>> wanted) {
  public static final Filters NONE = new Filters(Map.of());

  public Filters {
    wanted = Map.copyOf(wanted);
  }

  /** The filters without the one on a field, as that field's own facet counts need. */
  public Filters without(Facet facet) {
    if (!wanted.containsKey(facet)) {
      return this;
    }
    Map<Facet, Set<String>> others = new EnumMap<>(Facet.class);
    others.putAll(wanted);
    others.remove(facet);
    return new Filters(others);
  }

  public boolean isEmpty() {
    return wanted.isEmpty();
  }

  /** The counts of one field's values. */
  public record Count(String value, int count) {}

  /** The counts of one field, most frequent first. */
  public record Counts(Facet facet, List<Count> values) {
    public Counts {
      values = List.copyOf(values);
    }
  }
}
