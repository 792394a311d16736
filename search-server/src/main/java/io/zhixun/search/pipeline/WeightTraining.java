package io.zhixun.search.pipeline;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.blend.WeightLearner;
import io.zhixun.ranking.blend.WeightLearner.Choice;
import io.zhixun.ranking.feature.Feature;
import io.zhixun.ranking.feature.FeatureSet;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.interaction.CorpusInteractions;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.ranking.recipe.RecipeSettings;
import io.zhixun.ranking.recipe.RecipeTrainer;
import io.zhixun.search.candidate.CandidateSources;
import io.zhixun.search.candidate.Guard;
import io.zhixun.search.lexical.LexicalIndex;
import io.zhixun.search.pipeline.Ranker.Scored;
import io.zhixun.search.semantic.SemanticIndex;
import io.zhixun.search.serving.Collaborative;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.ItemTable;
import io.zhixun.search.serving.PopularityBoard;
import io.zhixun.search.serving.PopularityBoard.Fading;
import io.zhixun.search.serving.Seeker;
import io.zhixun.search.serving.Seekers;
import io.zhixun.search.serving.Suggestible;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Learns the feed's weights from what learners took next.
 *
 * <p>The events are cut in time: the first nine tenths train a model and make the learners' states;
 * the first new item that each learner took afterwards is a choice among what the shipped sources
 * would then have proposed. Half of the learners (by a hash of their id) teach the weights, the
 * other half judges them: they are adopted only when their mean reciprocal rank is above that of
 * the shipped ones by more than its standard error, pair by pair.
 */
public final class WeightTraining {
  private static final double EARLIER = 0.9;
  private static final int MOST_CANDIDATES = 200;

  private final RecipeSettings recipe;
  private final EventWeights behaviour;
  private final PipelineSettings settings;
  private final Duration halfLife;

  /**
   * @param halfLife after which popularity counts half
   */
  public WeightTraining(
      RecipeSettings recipe, EventWeights behaviour, PipelineSettings settings, Duration halfLife) {
    this.recipe = recipe;
    this.behaviour = behaviour;
    this.settings = settings;
    this.halfLife = halfLife;
  }

  /**
   * What was learned.
   *
   * @param choices how many taught and judged
   * @param shipped mean reciprocal rank of the judging choices with the shipped weights
   * @param learned the same with the learned ones
   * @param adopted whether the difference is more than chance
   */
  public record Outcome(
      Map<String, Double> weights, int choices, double shipped, double learned, boolean adopted) {}

  /** The weights, and whether they are better; empty when there is not enough behaviour. */
  public Optional<Outcome> run(Corpus corpus, int least, Progress progress) {
    List<Event> inTime = corpus.events().stream().sorted(Comparator.comparing(Event::at)).toList();
    int cut = (int) (inTime.size() * EARLIER);
    if (cut == 0 || cut == inTime.size()) {
      return Optional.empty();
    }
    Instant now = inTime.get(cut).at();
    List<Event> before = inTime.subList(0, cut);
    Map<UserId, List<Event>> past = byLearner(before);
    Map<UserId, List<Event>> future = byLearner(inTime.subList(cut, inTime.size()));
    if (future.size() < least) {
      return Optional.empty();
    }
    Generation generation = generation(corpus, before, now, progress);
    Map<UserId, UserProfile> profiles = new HashMap<>();
    corpus.profiles().forEach(profile -> profiles.put(profile.id(), profile));
    List<Choice> teaching = new ArrayList<>();
    List<Choice> judging = new ArrayList<>();
    future.forEach(
        (user, events) -> {
          Learner learner =
              Learner.of(profiles.getOrDefault(user, UserProfile.unknown(user)))
                  .after(past.getOrDefault(user, List.of()));
          choice(generation, learner, events, now)
              .ifPresent(((user.value().hashCode() & 1) == 0 ? teaching : judging)::add);
        });
    return teaching.size() + judging.size() < least
        ? Optional.empty()
        : Optional.of(outcome(teaching, judging));
  }

  private static Map<UserId, List<Event>> byLearner(List<Event> events) {
    Map<UserId, List<Event>> byLearner = new LinkedHashMap<>();
    events.forEach(
        event ->
            event
                .user()
                .ifPresent(
                    user -> byLearner.computeIfAbsent(user, _ -> new ArrayList<>()).add(event)));
    return byLearner;
  }

  private Generation generation(Corpus corpus, List<Event> before, Instant now, Progress progress) {
    Corpus earlier =
        new Corpus(
            corpus.seq(),
            corpus.items(),
            before,
            corpus.profiles(),
            corpus.itemRows(),
            corpus.learnerRows());
    LearnedModel model =
        RecipeTrainer.train(CorpusInteractions.of(earlier, behaviour), recipe, progress);
    Fading fading = new Fading(now, halfLife);
    ItemTable items = new ItemTable();
    Generation generation =
        new Generation(
            new Generation.Parts(
                "weights",
                0,
                LexicalIndex.none(),
                items,
                new Collaborative(model),
                new PopularityBoard(new float[0], fading),
                new PopularityBoard(new float[0], fading),
                Suggestible.silent(items),
                SemanticIndex.none(),
                behaviour),
            id -> corpus.itemRows().of(id).orElseThrow());
    corpus
        .items()
        .forEach(item -> generation.put(item, corpus.itemRows().of(item.id()).orElseThrow()));
    before.forEach(generation::count);
    return generation;
  }

  /** What the learner took first of what they could have been proposed. */
  private Optional<Choice> choice(
      Generation generation, Learner learner, List<Event> later, Instant now) {
    double weight = settings.blend().weight();
    Seeker seeker =
        Seekers.of(generation, learner, behaviour, new Seekers.Asked(weight, Context.UNKNOWN, now));
    Optional<ItemId> taken =
        later.stream()
            .filter(Event.OnItem.class::isInstance)
            .map(event -> ((Event.OnItem) event).item())
            .filter(id -> learner.touches().stream().noneMatch(touch -> touch.item().equals(id)))
            .findFirst();
    if (taken.isEmpty() || !seeker.personalised()) {
      return Optional.empty();
    }
    FeedStage stage =
        new FeedStage(
            generation,
            settings,
            new Blender(settings.blend().feed()),
            new CandidateSources(CandidateSources.shipped(settings.candidates()), Guard.direct()));
    List<Scored> proposals =
        stage
            .propose(seeker, new FeedStage.Wish(0, MOST_CANDIDATES, Set.of(), ActiveRules.NONE))
            .items();
    List<List<Double>> candidates = new ArrayList<>();
    int chosen = -1;
    for (Scored scored : proposals) {
      if (scored.item().id().equals(taken.get())) {
        chosen = candidates.size();
      }
      candidates.add(values(scored, seeker));
    }
    return chosen < 0 ? Optional.empty() : Optional.of(new Choice(candidates, chosen));
  }

  private List<Double> values(Scored scored, Seeker seeker) {
    List<Double> values = new ArrayList<>();
    ItemFacts item = scored.item();
    for (Feature feature : features()) {
      double value = feature.value(item, scored.signals(), seeker.viewer());
      values.add(Double.isNaN(value) ? 0 : value);
    }
    return values;
  }

  private List<Feature> features() {
    return FeatureSet.ALL.stream()
        .filter(feature -> settings.blend().feed().getOrDefault(feature.name(), 0.0) != 0)
        .toList();
  }

  private Outcome outcome(List<Choice> teaching, List<Choice> judging) {
    SequencedMap<String, Double> shipped = new LinkedHashMap<>();
    features().forEach(f -> shipped.put(f.name(), settings.blend().feed().get(f.name())));
    WeightLearner learner = new WeightLearner(shipped);
    Map<String, Double> learned = learner.learn(teaching);
    double[] gains = new double[judging.size()];
    double before = 0;
    for (int i = 0; i < gains.length; i++) {
      double was = learner.reciprocalRank(shipped, judging.get(i));
      gains[i] = learner.reciprocalRank(learned, judging.get(i)) - was;
      before += was;
    }
    double gain = Arrays.stream(gains).average().orElse(0);
    double variance =
        Arrays.stream(gains).map(g -> (g - gain) * (g - gain)).sum()
            / Math.max(1, gains.length - 1);
    double error = Math.sqrt(variance / Math.max(1, gains.length));
    double mean = before / Math.max(1, gains.length);
    return new Outcome(learned, teaching.size() + judging.size(), mean, mean + gain, gain > error);
  }
}
