package io.zhixun.ranking.feature;

import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.Item.Level;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.learner.Touch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * What a learner's history says about content: how much of the (decayed, weighted) interest went to
 * each tag, author, category, format and level. Shares of one kind sum to at most 1, except that an
 * interest stated in the profile counts as {@link #STATED_SHARE} more. A tag that the learner has
 * hidden has none, wherever it came from.
 *
 * @param categories innermost ones
 * @param typicalPriceFen geometric mean of the prices of what was bought and is not free
 * @param because the items behind a tag or an author, most recent first: what a reason may name
 * @param works that the learner has an edition or run of
 */
public record Tastes(
    Map<String, Double> tags,
    Map<String, Double> authors,
    Map<String, Double> categories,
    Map<Format, Double> formats,
    Map<Level, Double> levels,
    OptionalDouble typicalPriceFen,
    Map<String, List<ItemId>> because,
    Set<String> works) {
  /** Of somebody of whom nothing is known. */
  public static final Tastes NONE =
      new Tastes(
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          OptionalDouble.empty(),
          Map.of(),
          Set.of());

  /** Added to the share of a tag that the profile names as an interest or goal. */
  static final double STATED_SHARE = 0.25;

  /** How much less an item counts for each newer one in the history. */
  private static final double DECAY_PER_ITEM = 0.97;

  /** What counts less than this is passed over: about 150 items are looked at. */
  private static final double NEGLIGIBLE = 0.01;

  public Tastes {
    tags = Collections.unmodifiableMap(tags);
    authors = Collections.unmodifiableMap(authors);
    categories = Collections.unmodifiableMap(categories);
    works = Collections.unmodifiableSet(works);
    formats = Collections.unmodifiableMap(formats);
    levels = Collections.unmodifiableMap(levels);
    because = Collections.unmodifiableMap(because);
  }

  /** Tags that count for something, the strongest first. */
  public List<String> positiveTags() {
    return tags.entrySet().stream()
        .filter(tag -> tag.getValue() > 0)
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The tastes of a learner; items that {@code facts} does not know are passed over. */
  public static Tastes of(
      Learner learner, EventWeights weights, Function<ItemId, Optional<ItemFacts>> facts) {
    Tally tally = new Tally();
    double decay = 1;
    for (Touch touch : learner.touches().reversed()) {
      if (decay < NEGLIGIBLE) {
        break;
      }
      double mass = weights.of(touch.done()) * decay;
      if (mass > 0) {
        facts.apply(touch.item()).ifPresent(item -> tally.add(item, mass));
      }
      if (touch.done().purchased()) {
        facts.apply(touch.item()).ifPresent(tally::paid);
      }
      decay *= DECAY_PER_ITEM;
    }
    return tally.tastes(learner);
  }

  private static final class Tally {
    private final Map<String, Double> tags = new HashMap<>();
    private final Map<String, Double> authors = new HashMap<>();
    private final Map<String, Double> categories = new HashMap<>();
    private final Set<String> works = new HashSet<>();
    private final Map<Format, Double> formats = new EnumMap<>(Format.class);
    private final Map<Level, Double> levels = new EnumMap<>(Level.class);
    private final Map<String, List<ItemId>> because = new HashMap<>();
    private double total;
    private double logPrices;
    private int paid;

    void paid(ItemFacts item) {
      long price = item.offer().priceFen().orElse(0);
      if (price > 0) {
        logPrices += Math.log((double) price);
        paid++;
      }
    }

    void add(ItemFacts item, double mass) {
      total += mass;
      item.tags().forEach(tag -> tags.merge(tag, mass, Double::sum));
      item.authors().forEach(author -> authors.merge(author, mass, Double::sum));
      item.tags().forEach(tag -> remember(tag, item.id()));
      item.authors().forEach(author -> remember(author, item.id()));
      if (!item.category().isEmpty()) {
        categories.merge(item.category().getLast(), mass, Double::sum);
      }
      works.add(item.work());
      formats.merge(item.format(), mass, Double::sum);
      item.level().ifPresent(level -> levels.merge(level, mass, Double::sum));
    }

    private void remember(String cause, ItemId item) {
      because.computeIfAbsent(cause, _ -> new ArrayList<>()).add(item);
    }

    Tastes tastes(Learner learner) {
      if (total > 0) {
        tags.replaceAll((_, mass) -> mass / total);
        authors.replaceAll((_, mass) -> mass / total);
        categories.replaceAll((_, mass) -> mass / total);
        formats.replaceAll((_, mass) -> mass / total);
        levels.replaceAll((_, mass) -> mass / total);
      }
      var profile = learner.profile();
      profile.interests().forEach(tag -> tags.merge(tag, STATED_SHARE, Double::sum));
      profile.goals().forEach(tag -> tags.merge(tag, STATED_SHARE, Double::sum));
      learner.hiddenTags().forEach(tags::remove);
      profile.preferredFormats().forEach(f -> formats.merge(f, STATED_SHARE, Double::sum));
      profile.level().ifPresent(level -> levels.merge(level, STATED_SHARE, Double::sum));
      OptionalDouble price =
          paid == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(logPrices / paid));
      return new Tastes(tags, authors, categories, formats, levels, price, because, works);
    }
  }
}
