package io.zhixun.store.sql;

import io.zhixun.corpus.Event;
import io.zhixun.store.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The identifiers that changes mention and that must be looked up before they can be decided.
 *
 * @param items all of them; {@code itemsPut} those of which the content is needed too
 * @param learners all of them; {@code profilesPut} those of which the profile is needed too
 */
record Mentions(
    Set<String> items,
    Set<String> itemsPut,
    Set<String> learners,
    Set<String> profilesPut,
    Names names) {

  /** What has no rows. */
  record Names(
      Set<String> events, Set<String> rules, Set<String> terms, Set<String> visitorsMerged) {}

  static Mentions of(List<Change> changes) {
    Mentions mentions =
        new Mentions(
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new HashSet<>(),
            new Names(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>()));
    changes.forEach(mentions::add);
    return mentions;
  }

  Set<String> events() {
    return names.events();
  }

  Set<String> rules() {
    return names.rules();
  }

  Set<String> terms() {
    return names.terms();
  }

  Set<String> visitorsMerged() {
    return names.visitorsMerged();
  }

  private void add(Change change) {
    switch (change) {
      case Change.AppendEvent(Event event) -> {
        events().add(event.id());
        event.items().forEach(item -> items.add(item.value()));
        event.user().ifPresent(user -> learners.add(user.value()));
      }
      case Change.PutItem put -> {
        items.add(put.item().id().value());
        itemsPut.add(put.item().id().value());
      }
      case Change.DeleteItem delete -> items.add(delete.id().value());
      case Change.PutProfile put -> {
        learners.add(put.profile().id().value());
        profilesPut.add(put.profile().id().value());
      }
      case Change.SetPersonalisation set -> learners.add(set.user().value());
      case Change.HideTag hide -> learners.add(hide.user().value());
      case Change.PutRule put -> rules().add(put.rule().id());
      case Change.DeleteRule delete -> rules().add(delete.id());
      case Change.PutTerm put -> names.terms().add(Known.term(put.term().list(), put.term().id()));
      case Change.DeleteTerm delete -> names.terms().add(Known.term(delete.list(), delete.id()));
      case Change.MergeVisitor merge -> {
        names.visitorsMerged().add(merge.visitor().value());
        learners.add(merge.user().value());
      }
    }
  }
}
