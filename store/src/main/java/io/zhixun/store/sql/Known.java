package io.zhixun.store.sql;

import io.zhixun.store.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the record knows of the things that one caller's changes mention: first as the database has
 * it, then as the changes decided so far have left it.
 */
final class Known {
  private final Map<String, ItemState> items = new HashMap<>();
  private final Map<String, LearnerState> learners = new HashMap<>();
  private final Map<String, Said> events = new HashMap<>();
  private final Map<String, Said> rules = new HashMap<>();
  private final Map<String, TermState> terms = new HashMap<>();
  private final Set<String> visitors = new HashSet<>();
  private final List<Merge> merges = new ArrayList<>();
  private final Set<String> changedItems = new LinkedHashSet<>();
  private final Set<String> changedLearners = new LinkedHashSet<>();
  private final Set<String> changedTerms = new LinkedHashSet<>();
  private final Set<String> changedRules = new LinkedHashSet<>();

  /** A change that stands, by its number and content. */
  record Said(long seq, String body) {}

  /**
   * A visitor's events that become a learner's.
   *
   * @param seq only events below this number
   */
  record Merge(String visitor, int learner, long seq) {}

  /**
   * @param version 0 while only mentioned
   * @param seq of the change that made this version; 0 while only mentioned
   * @param body of a living item that one of the changes puts
   */
  record ItemState(int row, long version, long seq, boolean live, Optional<String> body) {
    static ItemState mentioned(int row) {
      return new ItemState(row, 0, 0, false, Optional.empty());
    }
  }

  /**
   * @param profile of a learner whose profile one of the changes puts
   * @param profileSeq of the change that made the profile; 0 when there is none
   * @param switched the change that set {@code personalised}; 0 when it is the default
   */
  record LearnerState(
      int row, Optional<String> profile, long profileSeq, boolean personalised, long switched) {
    static LearnerState mentioned(int row) {
      return new LearnerState(row, Optional.empty(), 0, true, 0);
    }
  }

  /**
   * A line of a word list.
   *
   * @param seq of the change that made this version
   */
  record TermState(Term.Kind list, long version, long seq, boolean live, String body) {}

  /** By which a term is known: no identifier holds a slash. */
  static String term(Term.Kind list, String id) {
    return list.name() + "/" + id;
  }

  /** Takes in what the database has. */
  void load(String item, ItemState state) {
    items.put(item, state);
  }

  void load(String learner, LearnerState state) {
    learners.put(learner, state);
  }

  void loadEvent(String event, Said said) {
    events.put(event, said);
  }

  void loadRule(String rule, Said said) {
    rules.put(rule, said);
  }

  /** Of a visitor there are events that no learner has taken over, now or since this call. */
  void addVisitor(String visitor) {
    visitors.add(visitor);
  }

  boolean hasEventsOf(String visitor) {
    return visitors.contains(visitor);
  }

  void loadTerm(String term, TermState state) {
    terms.put(term, state);
  }

  Optional<TermState> term(String term) {
    return Optional.ofNullable(terms.get(term));
  }

  void changeTerm(String term, TermState state) {
    terms.put(term, state);
    changedTerms.add(term);
  }

  Set<String> changedTerms() {
    return changedTerms;
  }

  Optional<ItemState> item(String id) {
    return Optional.ofNullable(items.get(id));
  }

  Optional<LearnerState> learner(String id) {
    return Optional.ofNullable(learners.get(id));
  }

  Optional<Said> event(String id) {
    return Optional.ofNullable(events.get(id));
  }

  Optional<Said> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  void change(String item, ItemState state) {
    items.put(item, state);
    changedItems.add(item);
  }

  void change(String learner, LearnerState state) {
    learners.put(learner, state);
    changedLearners.add(learner);
  }

  void addEvent(String event, Said said) {
    events.put(event, said);
  }

  void changeRule(String rule, Optional<Said> said) {
    said.ifPresentOrElse(now -> rules.put(rule, now), () -> rules.remove(rule));
    changedRules.add(rule);
  }

  void merge(Merge merge) {
    visitors.remove(merge.visitor());
    merges.add(merge);
  }

  List<Merge> merges() {
    return merges;
  }

  Set<String> changedItems() {
    return changedItems;
  }

  Set<String> changedLearners() {
    return changedLearners;
  }

  Set<String> changedRules() {
    return changedRules;
  }
}
