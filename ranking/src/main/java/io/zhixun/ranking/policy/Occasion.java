package io.zhixun.ranking.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The answer that rules may apply to.
 *
 * @param query what was typed, in the spelling that {@link Rules} compares by; absent in feeds
 * @param categories of the answer: those a search is narrowed to, or those of the item that a feed
 *     starts from
 * @param scenario {@code search}, {@code rank}, {@code similar}, {@code next}, {@code trending}, or
 *     a feed's own name such as {@code home}
 */
public record Occasion(
    Optional<String> query, Set<String> categories, String scenario, Instant now) {
  public Occasion {
    categories = Set.copyOf(categories);
  }
}
