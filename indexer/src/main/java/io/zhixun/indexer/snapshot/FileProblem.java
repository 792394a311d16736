package io.zhixun.indexer.snapshot;

/**
 * Something wrong with one file of a snapshot.
 *
 * @param file path within the snapshot, with slashes
 */
public record FileProblem(String file, String detail) {
  @Override
  public String toString() {
    return file + " " + detail;
  }
}
