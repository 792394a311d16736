package io.zhixun.corpus.sample;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.sample.BehaviourGenerator.Behaviour;
import io.zhixun.corpus.sample.BehaviourGenerator.Setting;
import java.time.Instant;
import java.util.List;

/** The bundled catalogue with a year of made-up behaviour: what the demo starts with. */
public final class SampleCorpus {
  private SampleCorpus() {}

  /**
   * About 60,000 events of 2,000 learners in the year up to {@code now}.
   *
   * @param seed same seed and instant, same corpus
   */
  public static Corpus load(long seed, Instant now) {
    return load(BehaviourSettings.withSeed(seed), now);
  }

  /** The same in another size. */
  public static Corpus load(BehaviourSettings settings, Instant now) {
    List<Item> items = SampleCatalogue.items();
    Behaviour behaviour =
        new BehaviourGenerator(settings)
            .generate(new Setting(items, SampleCatalogue.queries(), personas()), now);
    return Corpus.of(items, behaviour.events(), behaviour.profiles());
  }

  /** The learners with a story, in the order in which a chooser shows them. */
  public static List<Persona> personas() {
    return SampleCatalogue.personas();
  }
}
