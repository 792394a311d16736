package io.zhixun.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who did what. Changes of items, rules and terms that are submitted with somebody who answers for
 * them enter by themselves, in the transaction of the change.
 */
public interface Audit {
  /** What {@link Done#before} is when there was something that the record has let go since. */
  String NOT_KEPT = "";

  /**
   * Notes something that is no change of the record, such as a rollback.
   *
   * @param action a short name, such as {@code snapshot-activated}
   * @param subject what it was done to
   */
  void note(String who, String action, String subject, String detail);

  /** What was done before an entry, the newest first. */
  default List<Done> before(long id, int limit) {
    return before(id, Wanted.ALL, limit);
  }

  /** One line. */
  default Optional<Done> entry(long id) {
    return before(id + 1, 1).stream().filter(done -> done.id() == id).findFirst();
  }

  /** The same, of what is wanted alone. */
  List<Done> before(long id, Wanted wanted, int limit);

  /**
   * Which lines.
   *
   * @param actions any of these; all when there is none
   * @param list lines of this word list
   * @param subject what it was done to; of a line of a word list, its identifier
   */
  record Wanted(
      Set<String> actions,
      Optional<Term.Kind> list,
      Optional<String> subject,
      Optional<String> who) {
    /** Everything. */
    public static final Wanted ALL =
        new Wanted(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Wanted {
      actions = Set.copyOf(actions);
    }
  }

  /**
   * One line.
   *
   * @param before the content that was there, as JSON; empty when there was none, and {@link
   *     #NOT_KEPT} when it is there no more
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
   * @param subject its identifier; of a line of a word list behind the list's name and a slash
   */
  record What(String action, String subject) {}
}
