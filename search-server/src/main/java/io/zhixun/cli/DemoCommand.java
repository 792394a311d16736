package io.zhixun.cli;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.sample.Persona;
import io.zhixun.corpus.sample.SampleCorpus;
import io.zhixun.server.access.Access;
import io.zhixun.server.page.SampleLearner;
import io.zhixun.store.Change;
import io.zhixun.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything in one step, with the bundled sample. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Imports the bundled sample into an empty data folder, makes a snapshot when no good one",
      "stands, and serves the learner's site and the API, open without a key, on loopback only."
    })
final class DemoCommand implements Callable<Integer> {
  /** Start of the sample learners' behaviour: the same demo everywhere. */
  private static final long SEED = 20_261_124;

  private static final int BATCH = 4_000;

  @Mixin private SettingsOptions settings;
  @Mixin private DataOptions data;
  @Mixin private Output output;

  @Option(names = "--port", description = "port to listen on; 0 takes a free one")
  private Integer port;

  @Override
  public Integer call() {
    Settings effective = settings.settings();
    DataFolder folder = data.folder(effective);
    InstantSource clock = InstantSource.system();
    Store store = Product.openStore(folder, effective);
    if (store.lastSeq() == 0) {
      output.note("importing the sample catalogue and the behaviour of its learners ...");
      fill(store, clock);
    }
    Product.Base base =
        new Product.Base(store, folder, effective, settings.dictionaries());
    if (!base.hasGoodSnapshot()) {
      output.note("indexing and learning ...");
      new SnapshotMaker(base, clock).makeAndPublish();
    }
    var server =
        effective
            .server()
            .withPort(port == null ? effective.server().port() : port)
            .withMode(Access.Mode.OPEN_ON_LOOPBACK);
    List<SampleLearner> learners =
        SampleCorpus.personas().stream().map(DemoCommand::learner).toList();
    try (Product product =
        Product.serve(base, new Product.Audience(server, learners), clock)) {
      product.runUntilStopped(output);
    }
    return 0;
  }

  /** A persona is described as {@code name，story}. */
  private static SampleLearner learner(Persona persona) {
    String[] parts = persona.description().split("，", 2);
    return new SampleLearner(persona.id(), parts[0], parts[parts.length - 1]);
  }

  private static void fill(Store store, InstantSource clock) {
    Corpus sample = SampleCorpus.load(SEED, clock.instant());
    List<Change> changes = new ArrayList<>();
    sample.items().forEach(item -> changes.add(new Change.PutItem(item, OptionalLong.empty())));
    sample.profiles().forEach(profile -> changes.add(new Change.PutProfile(profile)));
    sample.events().forEach(event -> changes.add(new Change.AppendEvent(event)));
    for (int start = 0; start < changes.size(); start += BATCH) {
      store.submit(changes.subList(start, Math.min(start + BATCH, changes.size()))).join();
    }
  }
}
