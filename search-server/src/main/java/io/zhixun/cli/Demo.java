package io.zhixun.cli;

import io.zhixun.config.BlockedSuggestions;
import io.zhixun.config.Dictionaries;
import io.zhixun.config.SettingsFile;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.sample.BehaviourSettings;
import io.zhixun.corpus.sample.Persona;
import io.zhixun.corpus.sample.SampleCorpus;
import io.zhixun.server.ServerSettings;
import io.zhixun.server.access.Access;
import io.zhixun.server.page.SampleLearner;
import io.zhixun.store.Change;
import io.zhixun.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The product with the bundled sample: imports it into an empty data folder, makes a snapshot when
 * no good one stands, and serves, open without a key, on loopback only.
 */
public final class Demo {
  /** Searches that show what the sample holds. */
  private static final List<String> SUGGESTIONS =
      List.of("机器学习", "Python 入门", "怎么跟老板沟通", "失眠", "家庭理财", "论语", "短视频");

  private final Product.Base base;
  private final InstantSource clock;
  private final Consumer<String> notes;

  private Demo(Product.Base base, InstantSource clock, Consumer<String> notes) {
    this.base = base;
    this.clock = clock;
    this.notes = notes;
  }

  /**
   * Starts it with the shipped settings, for tests: texts are not encoded, which takes a minute.
   *
   * @param port 0 takes a free one
   * @param behaviour how many learners did how much; used for an empty folder only
   */
  public static Product start(
      Path folder, int port, BehaviourSettings behaviour, InstantSource clock) {
    Settings settings = Settings.of(SettingsFile.shipped().with(List.of("text.enabled=false")));
    return start(
        new Product.Base(
            Product.openStore(new DataFolder(folder), settings, clock),
            new DataFolder(folder),
            settings,
            Dictionaries.shipped(),
            BlockedSuggestions.shipped()),
        settings.server().withPort(port),
        behaviour,
        new Surroundings(clock, _ -> {}));
  }

  /** What a demo tells the time by, and to whom it says what it is doing. */
  record Surroundings(InstantSource clock, Consumer<String> notes) {}

  static Product start(
      Product.Base base,
      ServerSettings server,
      BehaviourSettings behaviour,
      Surroundings surroundings) {
    Demo demo = new Demo(base, surroundings.clock(), surroundings.notes());
    try {
      demo.prepare(behaviour);
    } catch (RuntimeException e) {
      base.store().close();
      throw e;
    }
    List<SampleLearner> learners = SampleCorpus.personas().stream().map(Demo::learner).toList();
    return Product.serve(
        base,
        new Product.Audience(
            server.withMode(Access.Mode.OPEN_ON_LOOPBACK),
            learners,
            SUGGESTIONS,
            Optional.of(DemoAccount.ready(base.store(), new SecureRandom()))),
        surroundings.clock());
  }

  private void prepare(BehaviourSettings behaviour) {
    if (base.store().lastSeq() == 0) {
      notes.accept("importing the sample catalogue and the behaviour of its learners ...");
      fill(base.store(), SampleCorpus.load(behaviour, clock.instant()));
    }
    if (!base.hasGoodSnapshot()) {
      notes.accept("indexing and learning ...");
      SnapshotMaker.quick(base, clock).makeAndPublish();
    }
  }

  private static void fill(Store store, Corpus sample) {
    List<Change> changes = new ArrayList<>();
    sample.items().forEach(item -> changes.add(new Change.PutItem(item, OptionalLong.empty())));
    sample.profiles().forEach(profile -> changes.add(new Change.PutProfile(profile)));
    sample.events().forEach(event -> changes.add(new Change.AppendEvent(event)));
    // One call is one transaction: a demo killed here begins anew, not with half a sample.
    store.submit(changes).join();
  }

  /** A persona is described as {@code name，story}. */
  private static SampleLearner learner(Persona persona) {
    String[] parts = persona.description().split("，", 2);
    return new SampleLearner(persona.id(), parts[0], parts[parts.length - 1]);
  }
}
