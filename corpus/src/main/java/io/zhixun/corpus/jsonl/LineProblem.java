package io.zhixun.corpus.jsonl;

import io.zhixun.corpus.check.Problem;

/**
 * One thing that is wrong with one line of a file.
 *
 * @param file as the caller named it
 * @param line from 1
 * @param value what stands at the problem's pointer, shortened; empty when nothing does
 */
public record LineProblem(String file, long line, String value, Problem problem) {

  /**
   * One line for a terminal: {@code catalogue.jsonl:12: OUT_OF_RANGE /rating: rating must be …}.
   */
  public String message() {
    String where = problem.pointer().isEmpty() ? "" : " " + problem.pointer();
    return file + ":" + line + ": " + problem.code() + where + ": " + problem.detail();
  }
}
