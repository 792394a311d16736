package io.zhixun.ranking.vector;

/**
 * How a graph is built and searched.
 *
 * @param links of a node on the upper levels; twice as many on the lowest (HNSW's M)
 * @param buildWidth candidates kept while a node is placed (efConstruction)
 * @param searchWidth candidates kept while searching, at least (ef)
 * @param exactBelow fewer rows than this are scanned instead
 */
public record GraphSettings(int links, int buildWidth, int searchWidth, int exactBelow) {
  public static final GraphSettings DEFAULTS = new GraphSettings(16, 200, 256, 6_000);

  public GraphSettings {
    require(links >= 2 && links <= 128, "links must be 2..128, got " + links);
    require(buildWidth >= links, "buildWidth must be >= links, got " + buildWidth);
    require(
        searchWidth >= 1 && searchWidth <= 100_000,
        "searchWidth must be 1..100000, got " + searchWidth);
    require(exactBelow >= 0, "exactBelow must be >= 0, got " + exactBelow);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
