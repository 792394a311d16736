package io.zhixun.store.sql;

import java.util.Optional;

/**
 * A row of the table {@code log} that is to be written.
 *
 * @param edit of what the audit tells
 */
record LogRow(long seq, Kind kind, About about, String body, Optional<Edit> edit) {

  /**
   * An edit by a person.
   *
   * @param before the change that said it before; 0 when there was none
   */
  record Edit(String subject, long before) {}
}
