package io.zhixun.cli;

import io.zhixun.corpus.sample.BehaviourSettings;
import io.zhixun.server.ServerSettings;
import java.time.InstantSource;
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

  @Mixin private SettingsOptions settings;
  @Mixin private DataOptions data;
  @Mixin private Output output;

  @Option(names = "--port", description = "port to listen on; 0 takes a free one")
  private Integer port;

  @Override
  public Integer call() {
    Settings effective = settings.settings();
    DataFolder folder = data.folder(effective);
    ServerSettings server =
        effective.server().withPort(port == null ? effective.server().port() : port);
    Product.Base base =
        new Product.Base(
            Product.openStore(folder, effective),
            folder,
            effective,
            settings.dictionaries(),
            settings.blockedSuggestions());
    try (Product product =
        Demo.start(
            base,
            server,
            BehaviourSettings.withSeed(SEED),
            new Demo.Surroundings(InstantSource.system(), output::note))) {
      product.runUntilStopped(output);
    }
    return 0;
  }
}
