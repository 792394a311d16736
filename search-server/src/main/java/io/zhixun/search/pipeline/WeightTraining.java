package io.zhixun.search.pipeline;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.ranking.blend.Blender;
import io.zhixun.ranking.feature.ItemFacts;
import io.zhixun.ranking.interaction.CorpusInteractions;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.learner.Learner;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.policy.ActiveRules;
import io.zhixun.ranking.recipe.Choice;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.ranking.recipe.RecipeSettings;
import io.zhixun.ranking.recipe.RecipeTrainer;
import io.zhixun.search.lexical.LexicalIndex;
import io.zhixun.search.lexical.Matches;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Learns the weights of search and feed from what learners took.
 *
 * <p>Of each of up to 1,500 learners who took at least four items two are held out: the newest, and
 * another by chance. A model is trained and the learners' states are made of all that remains. Then
 * the newest item is a choice among what the shipped sources propose, and the other one a choice
 * among what a search finds for a word of its text, less what the learner has. Half of the learners
 * (by a hash of their id) teach the weights, the other half judges them: learning is adopted only
 * when their mean reciprocal rank is above that of the shipped ones by more than its standard
 * error, pair by pair; then all of them teach. In search only what speaks of the learner is
 * learned, so that strangers find what they found before.
 */
public final class WeightTraining {
  private static final int MOST_LEARNERS = 1_500;
  private static final int MOST_CANDIDATES = 200;
  private static final long SEED = 20_261_126;

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
   * What there is to learn from.
   *
   * @param lexical the index of the same items
   * @param analyzer the one it was made with
   * @param choice the recipe that was chosen for all of the behaviour
   */
  public record Ground(
      Corpus corpus, LexicalIndex lexical, ChineseAnalyzer analyzer, Choice choice) {}

  /**
   * What was learned of one blend.
   *
   * @param weights of the features that may change
   * @param choices how many taught and judged
   * @param shipped mean reciprocal rank of the judging choices with the shipped weights
   * @param learned the same with the learned ones
   * @param adopted whether the difference is more than chance
   */
  public record Outcome(
      Map<String, Double> weights, int choices, double shipped, double learned, boolean adopted) {}

  /** What was learned of both; empty where there is not enough behaviour. */
  public record Outcomes(Optional<Outcome> search, Optional<Outcome> feed) {
    /** The weights that hold from now on, by blend and feature. */
    public Map<String, Double> adopted() {
      Map<String, Double> adopted = new HashMap<>();
      search.filter(Outcome::adopted).ifPresent(o -> put(adopted, "search.", o.weights()));
      feed.filter(Outcome::adopted).ifPresent(o -> put(adopted, "feed.", o.weights()));
      return adopted;
    }

    private static void put(Map<String, Double> all, String prefix, Map<String, Double> weights) {
      weights.forEach((feature, weight) -> all.put(prefix + feature, weight));
    }

    /** Mean reciprocal ranks of what judged, before and after, by name. */
    public Map<String, Double> quality() {
      Map<String, Double> quality = new HashMap<>();
      search.ifPresent(o -> quality.put("searchMrrAsSet", o.shipped()));
      search.ifPresent(o -> quality.put("searchMrrLearned", o.learned()));
      feed.ifPresent(o -> quality.put("feedMrrAsSet", o.shipped()));
      feed.ifPresent(o -> quality.put("feedMrrLearned", o.learned()));
      return quality;
    }
  }

  /**
   * Learns.
   *
   * @param least how many choices there must be
   */
  public Outcomes run(Ground ground, int least, Progress progress) {
    HeldOut held = HeldOut.of(ground.corpus(), behaviour, MOST_LEARNERS);
    if (held.wanted().size() < Math.max(2, least)) {
      return new Outcomes(Optional.empty(), Optional.empty());
    }
    Instant now =
        ground.corpus().events().stream().map(Event::at).max(Comparator.naturalOrder()).get();
    Generation generation = generation(ground, held.before(), now, progress);
    BlendLearner search =
        new BlendLearner(settings.blend().search(), settings.blend().narrow(), true);
    BlendLearner feed = new BlendLearner(settings.blend().feed(), 1, false);
    ItemWords words = new ItemWords(ground.corpus().items(), ground.analyzer());
    learners(ground.corpus(), held)
        .forEach(
            (user, learner) -> {
              Seeker seeker = seeker(generation, learner, now);
              HeldOut.Wanted wanted = held.wanted().get(user);
              if (seeker.personalised()) {
                propose(generation, seeker, wanted.next(), feed);
                wanted
                    .searched()
                    .ifPresent(item -> search(generation, seeker, item, words, search));
              }
            });
    progress.at("weights", 1);
    return new Outcomes(search.outcome(least), feed.outcome(least));
  }

  private static Map<UserId, Learner> learners(Corpus corpus, HeldOut held) {
    Map<UserId, UserProfile> profiles = new HashMap<>();
    corpus.profiles().forEach(profile -> profiles.put(profile.id(), profile));
    Map<UserId, List<Event>> events = new HashMap<>();
    for (Event event : held.before()) {
      event
          .user()
          .filter(held.wanted()::containsKey)
          .ifPresent(user -> events.computeIfAbsent(user, _ -> new ArrayList<>()).add(event));
    }
    Map<UserId, Learner> learners = new LinkedHashMap<>();
    held.wanted()
        .keySet()
        .forEach(
            user ->
                learners.put(
                    user,
                    Learner.of(profiles.getOrDefault(user, UserProfile.unknown(user)))
                        .after(events.getOrDefault(user, List.of()))));
    return learners;
  }

  private Seeker seeker(Generation generation, Learner learner, Instant now) {
    double weight = settings.blend().weight();
    return Seekers.of(
        generation, learner, behaviour, new Seekers.Asked(weight, Context.UNKNOWN, now));
  }

  private Generation generation(Ground ground, List<Event> before, Instant now, Progress progress) {
    Corpus corpus = ground.corpus();
    Corpus earlier =
        new Corpus(
            corpus.seq(),
            corpus.items(),
            before,
            corpus.profiles(),
            corpus.itemRows(),
            corpus.learnerRows());
    LearnedModel model =
        RecipeTrainer.train(
            CorpusInteractions.of(earlier, behaviour), ground.choice(), recipe, progress);
    progress.at("weights", 0);
    Fading fading = new Fading(now, halfLife);
    ItemTable items = new ItemTable();
    Generation generation =
        new Generation(
            new Generation.Parts(
                "weights",
                0,
                ground.lexical(),
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

  /** What the learner took, among what they could have been proposed. */
  private void propose(Generation generation, Seeker seeker, ItemId taken, BlendLearner feed) {
    FeedStage stage = new FeedStage(generation, settings, new Blender(settings.blend().feed()));
    List<Scored> proposals =
        stage
            .propose(seeker, new FeedStage.Wish(0, MOST_CANDIDATES, Set.of(), ActiveRules.NONE))
            .items();
    add(proposals, taken, seeker, feed);
  }

  /** What the learner took, among what a search for a word of it finds. */
  private void search(
      Generation generation, Seeker seeker, ItemId taken, ItemWords words, BlendLearner search) {
    Optional<String> word = words.drawn(taken, SEED, seeker.user().hashCode());
    if (word.isEmpty()) {
      return;
    }
    Set<ItemId> has = new HashSet<>();
    seeker.viewer().learner().touches().forEach(touch -> has.add(touch.item()));
    Matches matches = generation.lexical().search(word.get());
    double best = 0;
    for (int i = 0; i < matches.size(); i++) {
      best = Math.max(best, matches.score(i));
    }
    List<ItemFacts> found = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < matches.size() && found.size() < MOST_CANDIDATES; i++) {
      Optional<ItemFacts> item = generation.items().at(matches.row(i));
      if (item.isPresent() && !has.contains(item.get().id())) {
        found.add(item.get());
        shares.add(matches.score(i) / best);
      }
    }
    double[] lexical = shares.stream().mapToDouble(Double::doubleValue).toArray();
    Blender blender = new Blender(settings.blend().search(), settings.blend().narrow());
    Ranker ranker = new Ranker(generation, seeker, blender);
    add(ranker.rank(found, lexical, matches.openness()), taken, seeker, search);
  }

  private static void add(
      List<Scored> candidates, ItemId taken, Seeker seeker, BlendLearner learner) {
    for (int at = 0; at < candidates.size(); at++) {
      if (candidates.get(at).item().id().equals(taken)) {
        boolean teaches = (seeker.user().orElseThrow().value().hashCode() & 1) == 0;
        learner.add(candidates, at, seeker.viewer(), teaches);
        return;
      }
    }
  }
}
