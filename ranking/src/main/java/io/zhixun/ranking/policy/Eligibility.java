package io.zhixun.ranking.policy;

import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Viewer;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.learner.Touch;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Why an item must not be proposed to a learner; looked up once a request, asked for each
 * candidate; for one thread.
 *
 * <p>Applies to proposals. Search shows what was asked for, owned or not, and leaves out only what
 * nobody may see, and what a minor must not ({@link #isForbidden}). The cost of a request does not
 * grow with what a learner owns: the editions of a candidate's work are looked up, not the works of
 * everything owned.
 */
public final class Eligibility {
  private final Viewer viewer;
  private final Catalogue catalogue;
  private Optional<Set<ItemId>> begun = Optional.empty();
  private final Set<String> refusedAuthors = new HashSet<>();
  private final Set<String> refusedTags = new HashSet<>();

  /**
   * @param catalogue to know the authors and tags of what was refused, and the runs of one course
   */
  public Eligibility(Viewer viewer, Catalogue catalogue) {
    this.viewer = viewer;
    this.catalogue = catalogue;
    Learner learner = viewer.learner();
    learner.refused().forEach((item, scopes) -> scopes.forEach(scope -> refuse(item, scope)));
  }

  private void refuse(ItemId item, Scope scope) {
    switch (scope) {
      case ITEM -> {} // found in the learner itself
      case AUTHOR -> catalogue.of(item).ifPresent(known -> refusedAuthors.addAll(known.authors()));
      case TAG -> catalogue.of(item).ifPresent(known -> refusedTags.addAll(known.tags()));
    }
  }

  /** The rule that keeps an item out of proposals, or empty when it may be proposed. */
  public Optional<Exclusion> of(ItemFacts item) {
    if (!item.isVisibleAt(viewer.now())) {
      return Optional.of(Exclusion.NOT_PUBLISHED);
    }
    if (isForbidden(item)) {
      return Optional.of(Exclusion.MINOR);
    }
    Optional<Exclusion> taken = taken(item);
    if (taken.isPresent()) {
      return taken;
    }
    return isRefused(item) ? Optional.of(Exclusion.NOT_INTERESTED) : Optional.empty();
  }

  /** Whether the learner is a minor and the item not for minors: it is then shown nowhere. */
  public boolean isForbidden(ItemFacts item) {
    return item.sensitiveToMinors() && viewer.learner().profile().minor();
  }

  /** Whether the learner said that this item, its authors or its tags are not for them. */
  public boolean isRefused(ItemFacts item) {
    return viewer.learner().refused().containsKey(item.id())
        || !Collections.disjoint(item.authors(), refusedAuthors)
        || !Collections.disjoint(item.tags(), refusedTags);
  }

  /** Whether the learner has finished the item, or another edition of its work. */
  public boolean isFinished(ItemFacts item) {
    Set<ItemId> finished = viewer.learner().finished();
    return finished.contains(item.id())
        || catalogue.editions(item.work()).stream().map(ItemFacts::id).anyMatch(finished::contains);
  }

  /** A run or edition of a work is as good as another: whoever has one needs no second. */
  private Optional<Exclusion> taken(ItemFacts item) {
    Optional<Exclusion> itself = takenAlone(item.id());
    if (itself.isPresent() || item.work().equals(item.id().value())) {
      return itself;
    }
    return catalogue.editions(item.work()).stream()
        .flatMap(edition -> takenAlone(edition.id()).stream())
        .findFirst();
  }

  private Optional<Exclusion> takenAlone(ItemId id) {
    Learner learner = viewer.learner();
    if (learner.owned().contains(id) || learner.finished().contains(id)) {
      return Optional.of(Exclusion.ALREADY_TAKEN);
    }
    return begun().contains(id) ? Optional.of(Exclusion.ALREADY_BEGUN) : Optional.empty();
  }

  /** Read when it is asked for: ranking alone never does. */
  private Set<ItemId> begun() {
    Set<ItemId> items = begun.orElseGet(HashSet::new);
    if (begun.isEmpty()) {
      viewer.learner().touches().stream()
          .filter(Touch::isStudied)
          .map(Touch::item)
          .forEach(items::add);
      begun = Optional.of(items);
    }
    return items;
  }

  /** Why an item is left out. */
  public enum Exclusion {
    NOT_PUBLISHED,
    ALREADY_TAKEN,
    /** Begun and not finished: a section of its own shows it. */
    ALREADY_BEGUN,
    NOT_INTERESTED,
    MINOR
  }
}
