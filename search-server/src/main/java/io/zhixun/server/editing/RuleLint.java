package io.zhixun.server.editing;

import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.Rule.Kind;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.search.analytics.Report;
import io.zhixun.search.serving.Generation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with a rule although it is well formed: it does nothing, or works against another.
 */
public final class RuleLint {
  /** Behaviour of so many days tells whether a rule ever acts. */
  public static final int DAYS = 30;

  private final Generation generation;
  private final Known known;

  RuleLint(Generation generation, Known known) {
    this.generation = generation;
    this.known = known;
  }

  /**
   * What a rule is held against.
   *
   * @param published rules that act
   */
  public record Known(List<Rule> published, Instant now, Used used) {
    public Known {
      published = List.copyOf(published);
    }

    /**
     * With what the last {@link RuleLint#DAYS} days say.
     *
     * @param report of these days; one without any event says nothing of rules
     */
    public static Known of(List<Rule> published, Instant now, Report report) {
      boolean isSilent = report.totals().events() == 0;
      return new Known(
          published, now, new Used(DAYS, isSilent ? Map.of() : report.ruleOccasions()));
    }
  }

  /**
   * What behaviour says of rules.
   *
   * @param occasions how often the conditions of a rule held in so many days, where that is known
   */
  public record Used(int days, Map<String, Long> occasions) {
    public Used {
      occasions = Map.copyOf(occasions);
    }
  }

  /** One thing that may not be meant. */
  public sealed interface Warning {
    /** Its end is past. */
    record Over() implements Warning {}

    /** It wants a query where there never is one. */
    record NeverAsked(String scenario) implements Warning {}

    /** Its conditions have not held for so many days. */
    record Unused(int days) implements Warning {}

    record NoItem(ItemId item) implements Warning {}

    /** Learners do not see the item. */
    record Unpublished(ItemId item, String title) implements Warning {}

    /** The words of the query are not in the item. */
    record NotInText(ItemId item, String title, String query) implements Warning {}

    /** Another rule wants the opposite for an item. */
    record Contradicts(Rule other, ItemId item) implements Warning {}

    /** Another rule wants the first place too. */
    record PinnedTwice(Rule other) implements Warning {}

    /** Another rule does the same. */
    record Repeats(Rule other) implements Warning {}
  }

  List<Warning> warnings(Rule rule) {
    List<Warning> warnings = new ArrayList<>();
    if (rule.window().until().map(end -> !known.now().isBefore(end)).orElse(false)) {
      warnings.add(new Warning.Over());
    }
    rule.when()
        .scenario()
        .filter(_ -> rule.when().query().isPresent())
        .filter(one -> !List.of("search", "rank", "search-empty").contains(one))
        .ifPresent(scenario -> warnings.add(new Warning.NeverAsked(scenario)));
    boolean neverHeld = Long.valueOf(0).equals(known.used().occasions().get(rule.id()));
    if (rule.window().contains(known.now()) && neverHeld) {
      warnings.add(new Warning.Unused(known.used().days()));
    }
    rule.items().forEach(item -> ofItem(rule, item).ifPresent(warnings::add));
    for (Rule other : known.published()) {
      if (!other.id().equals(rule.id()) && meet(rule, other)) {
        conflict(rule, other).ifPresent(warnings::add);
      }
    }
    return warnings;
  }

  private Optional<Warning> ofItem(Rule rule, ItemId item) {
    Optional<ItemFacts> facts = generation.items().of(item);
    if (facts.isEmpty()) {
      return Optional.of(new Warning.NoItem(item));
    }
    String title = facts.get().title();
    if (!facts.get().isVisibleAt(known.now()) && rule.kind() != Kind.HIDE) {
      return Optional.of(new Warning.Unpublished(item, title));
    }
    return rule.when()
        .query()
        .filter(_ -> rule.kind() != Kind.SPONSOR)
        .filter(query -> generation.lexical().search(query, item).size() == 0)
        .map(query -> new Warning.NotInText(item, title, query));
  }

  /** Whether both can apply to one answer. */
  private static boolean meet(Rule one, Rule other) {
    return compatible(one.when().query(), other.when().query())
        && compatible(one.when().category(), other.when().category())
        && compatible(one.when().scenario(), other.when().scenario())
        && begins(one).isBefore(ends(other))
        && begins(other).isBefore(ends(one));
  }

  private static boolean compatible(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.get().equalsIgnoreCase(other.get());
  }

  private static Instant begins(Rule rule) {
    return rule.window().from().orElse(Instant.MIN);
  }

  private static Instant ends(Rule rule) {
    return rule.window().until().orElse(Instant.MAX);
  }

  private static Optional<Warning> conflict(Rule rule, Rule other) {
    List<ItemId> both = rule.items().stream().filter(other.items()::contains).toList();
    if (!both.isEmpty() && isUp(rule.kind()) != isUp(other.kind())) {
      return Optional.of(new Warning.Contradicts(other, both.getFirst()));
    }
    if (both.isEmpty() && rule.kind() == Kind.PIN && other.kind() == Kind.PIN) {
      return Optional.of(new Warning.PinnedTwice(other));
    }
    return both.isEmpty() || rule.kind() != other.kind()
        ? Optional.empty()
        : Optional.of(new Warning.Repeats(other));
  }

  private static boolean isUp(Kind kind) {
    return kind == Kind.PIN || kind == Kind.BOOST || kind == Kind.SPONSOR;
  }
}
