package io.zhixun.indexer.analysis;

/** A half-open range of UTF-16 offsets. */
record Span(int start, int end) {
  int length() {
    return end - start;
  }

  String of(String text) {
    return text.substring(start, end);
  }
}
