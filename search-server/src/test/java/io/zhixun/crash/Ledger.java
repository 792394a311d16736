package io.zhixun.crash;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the server acknowledged, kept where no kill reaches it, and what was sent without an answer.
 * Safe for many threads.
 */
final class Ledger {
  private final List<Fact> facts = new ArrayList<>();
  private final Set<Unanswered> unanswered = new LinkedHashSet<>();
  private Optional<String> served = Optional.empty();
  private boolean servedMayHaveChanged;

  /** Something that must be so from now on. */
  sealed interface Fact {
    /** Events of a learner. */
    record Events(String user, List<String> ids) implements Fact {}

    /** A version of an item and its title. */
    record Edit(String item, long version, String title) implements Fact {}

    /** Items that came in one body, and are all there unless they were taken back. */
    record Bulk(String batch, List<String> items) implements Fact {}

    /** A batch that was taken back. */
    record Undone(String batch) implements Fact {}
  }

  /** Sent, and not answered: done or not done, but as a whole, and safe to send again. */
  sealed interface Unanswered {
    record Events(String user, List<String> ids, String lines) implements Unanswered {}

    record Undo(String batch) implements Unanswered {}
  }

  synchronized void note(Fact fact) {
    facts.add(fact);
  }

  synchronized void sending(Unanswered request) {
    unanswered.add(request);
  }

  synchronized void answered(Unanswered request, Fact fact) {
    unanswered.remove(request);
    facts.add(fact);
  }

  /** A request that may put another snapshot in place is on its way. */
  synchronized void switching() {
    servedMayHaveChanged = true;
  }

  /** The server says that a snapshot is served. */
  synchronized void serves(String snapshot) {
    served = Optional.of(snapshot);
    servedMayHaveChanged = false;
  }

  /** The snapshot that must be served after a start; empty when it may be another one. */
  synchronized Optional<String> mustServe() {
    return served.filter(_ -> !servedMayHaveChanged);
  }

  synchronized List<Fact> facts() {
    return List.copyOf(facts);
  }

  synchronized List<Unanswered> unanswered() {
    return List.copyOf(unanswered);
  }

  /** Whether a batch was to be taken back, acknowledged or not. */
  synchronized boolean mayBeUndone(String batch) {
    return unanswered.contains(new Unanswered.Undo(batch))
        || facts.contains(new Fact.Undone(batch));
  }
}
