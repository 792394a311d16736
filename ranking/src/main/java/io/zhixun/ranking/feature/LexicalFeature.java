package io.zhixun.ranking.feature;

/** Keyword relevance (BM25 over all granularities), as a share of the best in the window. */
final class LexicalFeature implements Feature {
  @Override
  public String name() {
    return "bm25";
  }

  @Override
  public boolean isPersonal() {
    return false;
  }

  @Override
  public boolean isRelevance() {
    return true;
  }

  @Override
  public double value(ItemFacts item, Signals signals, Viewer viewer) {
    return signals.lexical();
  }
}
