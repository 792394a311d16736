package io.zhixun.cli;

import io.zhixun.store.Role;
import io.zhixun.store.Store;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a data folder. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves a data folder; every call needs a key.",
      "Refuses to start without an admin key (`key create --role admin`)."
    })
final class ServeCommand implements Callable<Integer> {
  @Mixin private SettingsOptions settings;
  @Mixin private DataOptions data;
  @Mixin private Output output;

  @Option(names = "--port", description = "port to listen on; 0 takes a free one")
  private Integer port;

  @Override
  public Integer call() {
    Settings effective = settings.settings();
    DataFolder folder = data.folder(effective);
    if (!Files.isDirectory(folder.root())) {
      throw new CommandException(
          "the data folder " + folder.root() + " does not exist: run `zhixun import` first");
    }
    InstantSource clock = InstantSource.system();
    Store store = Product.openStore(folder, effective);
    if (!hasAdmin(store, clock.instant())) {
      store.close();
      throw new CommandException(
          "there is no admin key: make one with `zhixun key create --role admin --data "
              + folder.root()
              + "`");
    }
    DemoAccount.lock(store);
    var server = port == null ? effective.server() : effective.server().withPort(port);
    Product.Audience audience =
        new Product.Audience(server, List.of(), List.of(), Optional.empty());
    try (Product product =
        Product.serve(
            new Product.Base(
                store, folder, effective, settings.dictionaries(), settings.blockedSuggestions()),
            audience,
            clock)) {
      product.runUntilStopped(output);
    }
    return 0;
  }

  private static boolean hasAdmin(Store store, Instant now) {
    return store.keys().list().stream()
        .anyMatch(key -> key.grant().role() == Role.ADMIN && key.worksAt(now));
  }
}
