package io.zhixun.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/**
 * The whole record as lines of JSON, the same whatever database it is on: what a backup holds, and
 * how a record moves from one database to another. Keys are in it, hashed; the pepper is not.
 */
public interface Archive {

  /** Writes everything as of one number, while others go on writing to the record. */
  Contents writeTo(Writer out) throws IOException;

  /**
   * Fills a record that is still empty, in one transaction.
   *
   * @throws StoreException as {@code REFUSED} when this record is not empty, or the lines are of
   *     another version of the tables; as {@code DAMAGED} when they cannot be read
   */
  Contents readFrom(BufferedReader in);

  /**
   * What was written or read.
   *
   * @param seq the last change in it
   * @param rows number of rows by table
   */
  record Contents(long seq, Map<String, Long> rows) {
    public Contents {
      rows = Map.copyOf(rows);
    }
  }
}
