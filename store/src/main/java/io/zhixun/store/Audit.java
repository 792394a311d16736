package io.zhixun.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who did what. Changes of items, rules and terms that are submitted with somebody who answers for
 * them enter by themselves, in the transaction of the change.
 */
public interface Audit {

  /**
   * Notes something that is no change of the record, such as a rollback.
   *
   * @param action a short name, such as {@code snapshot-activated}
   * @param subject what it was done to
   */
  void note(String who, String action, String subject, String detail);

  /** What was done before an entry, the newest first. */
  List<Done> before(long id, int limit);

  /**
   * One line.
   *
   * @param before the content that was there, as JSON; empty for none or when it is not kept
   * @param after the content that came, as JSON; of what is no change, its detail
   */
  record Done(
      long id,
      Instant at,
      String who,
      What what,
      Optional<String> before,
      Optional<String> after) {}

  /**
   * What was done to what.
   *
   * @param action of a change its kind: item, item-deleted, rule, rule-deleted, term, term-deleted
   */
  record What(String action, String subject) {}
}
