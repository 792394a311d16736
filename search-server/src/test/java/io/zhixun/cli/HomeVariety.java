package io.zhixun.cli;

import io.zhixun.config.Dictionaries;
import io.zhixun.config.SettingsFile;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.sample.BehaviourSettings;
import io.zhixun.corpus.sample.SampleCorpus;
import io.zhixun.ranking.interaction.Engagement;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.store.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Measures how varied the first 20 places of home are, and what that costs: of each learner of the
 * sample the last item taken is held out, and home asked for it with diversity as shipped and
 * without. Prints distinct authors, formats and topics (innermost categories), and recall. Run by
 * hand; nothing is asserted.
 */
public final class HomeVariety {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final double TAKEN = 0.5;
  private static final int PLACES = 20;

  private final Corpus sample;
  private final Map<UserId, ItemId> wanted = new LinkedHashMap<>();

  private HomeVariety(Corpus sample) {
    this.sample = sample;
    Map<UserId, Map<ItemId, Engagement>> done = new LinkedHashMap<>();
    for (Event event : sample.events()) {
      if (event instanceof Event.OnItem onItem && event.user().isPresent()) {
        Map<ItemId, Engagement> own =
            done.computeIfAbsent(event.user().get(), _ -> new LinkedHashMap<>());
        Engagement before = own.getOrDefault(onItem.item(), Engagement.NONE);
        own.put(onItem.item(), before.after(onItem)); // in the order of the first touch
      }
    }
    done.forEach(
        (user, own) -> {
          List<ItemId> taken = new ArrayList<>();
          own.forEach(
              (item, engagement) -> {
                if (EventWeights.DEFAULTS.of(engagement) >= TAKEN) {
                  taken.add(item);
                }
              });
          if (taken.size() >= 3) {
            wanted.put(user, taken.getLast());
          }
        });
  }

  /** Arguments: how many learners the sample has (2,000 when there are none). */
  public static void main(String[] arguments) {
    int learners = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    BehaviourSettings shipped = BehaviourSettings.withSeed(20_261_124);
    BehaviourSettings behaviour =
        new BehaviourSettings(learners, shipped.leastSessions(), shipped.days(), shipped.seed());
    HomeVariety variety = new HomeVariety(SampleCorpus.load(behaviour, NOW));
    variety.print("as shipped", List.of());
    variety.print(
        "no diversity",
        List.of("pipeline.diversity.penalty=0", "pipeline.diversity.perAuthor=1000"));
  }

  private void print(String name, List<String> overrides) {
    List<Change> changes = MeasuredProduct.changes(sample.items());
    sample.profiles().forEach(profile -> changes.add(new Change.PutProfile(profile)));
    for (Event event : sample.events()) {
      boolean held =
          event instanceof Event.OnItem onItem
              && event.user().map(wanted::get).filter(onItem.item()::equals).isPresent();
      if (!held) {
        changes.add(new Change.AppendEvent(event));
      }
    }
    try (MeasuredProduct product = product(changes, overrides)) {
      int found = 0;
      double authors = 0;
      double formats = 0;
      double topics = 0;
      for (Map.Entry<UserId, ItemId> one : wanted.entrySet()) {
        List<Item> shown = home(product, one.getKey());
        found += shown.stream().anyMatch(item -> item.id().equals(one.getValue())) ? 1 : 0;
        Set<String> distinct = new HashSet<>();
        shown.forEach(item -> distinct.addAll(item.text().authors()));
        authors += distinct.size();
        formats += shown.stream().map(Item::format).distinct().count();
        topics += shown.stream().map(item -> item.text().category()).distinct().count();
      }
      double count = wanted.size();
      System.out.printf(
          Locale.ROOT,
          "%-14s learners %d recall@20 %.4f authors %.2f formats %.2f topics %.2f%n",
          name,
          wanted.size(),
          found / count,
          authors / count,
          formats / count,
          topics / count);
    }
  }

  /** The product by words alone over some changes, with some settings other than shipped. */
  static MeasuredProduct product(List<Change> changes, List<String> overrides) {
    Settings settings = Settings.of(SettingsFile.shipped().with(overrides));
    return MeasuredProduct.of(settings, Dictionaries.shipped(), Optional.empty(), changes, NOW);
  }

  static List<Item> home(MeasuredProduct product, UserId user) {
    Requests.Audience audience =
        new Requests.Audience(Optional.of(user), OptionalDouble.empty(), Context.UNKNOWN, false);
    Answers.Feed feed =
        product
            .discovery()
            .recommend(
                new Requests.Feed(
                    Requests.Scenario.HOME,
                    Optional.empty(),
                    Optional.empty(),
                    new Requests.Page(PLACES * 3, Optional.empty()),
                    audience),
                NOW);
    return feed.sections().stream()
        .filter(section -> section.id().equals("for-you"))
        .flatMap(section -> section.items().stream())
        .limit(PLACES)
        .map(Answers.Hit::item)
        .toList();
  }
}
