package io.zhixun.store;

import io.zhixun.corpus.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learners who asked to be forgotten. */
public interface Erasures {

  /**
   * Forgets a learner for good: everything they did, told and chose, the events of visitors that
   * were merged into them, and which row was theirs. Numbers of changes stay, without content. Keys
   * bound to the learner end.
   *
   * @return empty when nothing is known of the learner
   */
  Optional<Erasure> erase(UserId user);

  /**
   * Forgets events of a learner for good, those of merged visitors too; the learner stays. Numbers
   * of changes stay, without content. Not in the ledger: a backup from before brings them back.
   *
   * @param event which one; empty for all of them
   * @return empty when there is none
   */
  Optional<Forgetting> forget(UserId user, Optional<String> event);

  /**
   * What was forgotten.
   *
   * @param events how many lost their content
   * @param seq of the change that says so in the record
   */
  record Forgetting(long events, long seq) {}

  /** All erasures, the oldest first. */
  List<Erasure> ledger();

  /**
   * Erases again what is in this record although it was erased elsewhere: for a record that comes
   * from a backup. Erasures of a learner who came back later do not match.
   *
   * @return those that found something
   */
  List<Erasure> repeat(List<Erasure> ledger);

  /**
   * One line of the ledger; it does not say who it was, but recognises them in a backup.
   *
   * @param receipt for the learner to keep
   * @param seq of the change that says so in the record
   * @param subject whom it was about
   * @param counts how many changes lost their content, by kind
   */
  record Erasure(String receipt, Instant at, long seq, Subject subject, Map<String, Long> counts) {
    public Erasure {
      counts = Map.copyOf(counts);
    }
  }

  /**
   * Whom an erasure was about.
   *
   * @param row of the learner; another one when the same identifier comes back
   * @param digest SHA-256 of the record's pepper and the learner's identifier
   */
  record Subject(int row, String digest) {}
}
