package io.zhixun.ranking.policy;

import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.feature.Viewer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Why an item must not be proposed to a learner; looked up once a request, asked for each
 * candidate.
 *
 * <p>Applies to proposals. Search shows what was asked for, owned or not, and leaves out only what
 * nobody may see.
 */
public final class Eligibility {
  private final Viewer viewer;
  private final Set<ItemId> refusedItems = new HashSet<>();
  private final Set<String> refusedAuthors = new HashSet<>();
  private final Set<String> refusedTags = new HashSet<>();
  private final Set<String> takenWorks = new HashSet<>();

  /**
   * @param facts the catalogue, to know the authors and tags of what was refused
   */
  public Eligibility(Viewer viewer, Function<ItemId, Optional<ItemFacts>> facts) {
    this.viewer = viewer;
    viewer
        .learner()
        .refused()
        .forEach((item, scopes) -> scopes.forEach(scope -> refuse(item, scope, facts)));
    viewer.learner().owned().forEach(item -> take(item, facts));
    viewer.learner().finished().forEach(item -> take(item, facts));
  }

  private void refuse(ItemId item, Scope scope, Function<ItemId, Optional<ItemFacts>> facts) {
    refusedItems.add(item);
    switch (scope) {
      case ITEM -> {}
      case AUTHOR -> facts.apply(item).ifPresent(known -> refusedAuthors.addAll(known.authors()));
      case TAG -> facts.apply(item).ifPresent(known -> refusedTags.addAll(known.tags()));
    }
  }

  private void take(ItemId item, Function<ItemId, Optional<ItemFacts>> facts) {
    takenWorks.add(facts.apply(item).map(ItemFacts::work).orElse(item.value()));
  }

  /** The rule that keeps an item out of proposals, or empty when it may be proposed. */
  public Optional<Exclusion> of(ItemFacts item) {
    if (!item.isVisibleAt(viewer.now())) {
      return Optional.of(Exclusion.NOT_PUBLISHED);
    }
    if (takenWorks.contains(item.work())) {
      return Optional.of(Exclusion.ALREADY_TAKEN);
    }
    if (refusedItems.contains(item.id())
        || item.authors().stream().anyMatch(refusedAuthors::contains)
        || item.tags().stream().anyMatch(refusedTags::contains)) {
      return Optional.of(Exclusion.NOT_INTERESTED);
    }
    if (item.sensitiveToMinors() && viewer.learner().profile().minor()) {
      return Optional.of(Exclusion.MINOR);
    }
    return Optional.empty();
  }

  /** Why an item is left out. */
  public enum Exclusion {
    NOT_PUBLISHED,
    ALREADY_TAKEN,
    NOT_INTERESTED,
    MINOR
  }
}
