package io.zhixun.indexer.analysis;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/** {@link Folding#readable} as Lucene's first step; one unit for one, so offsets are unchanged. */
final class FoldingCharFilter extends CharFilter {
  FoldingCharFilter(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = input.read(buffer, offset, length);
    for (int i = offset; i < offset + count; i++) {
      buffer[i] = Folding.readable(buffer[i]);
    }
    return count;
  }

  @Override
  protected int correct(int offset) {
    return offset;
  }
}
