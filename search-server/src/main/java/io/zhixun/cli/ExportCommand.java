package io.zhixun.cli;

import io.zhixun.corpus.Corpus;
import io.zhixun.store.Store;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything the store holds in forms that other programs read. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    subcommands = ExportRecommendationsCommand.class,
    description = {
      "Writes what the store holds into a folder: catalogue.jsonl, events.jsonl, events.csv,",
      "profiles.jsonl, personalisation.jsonl (who switched it off), versions.jsonl (the history of",
      "every item), audit.jsonl (who did what), rules.jsonl, synonyms.txt and words.txt."
    })
final class ExportCommand implements Callable<Integer> {
  @Mixin private SettingsOptions settings;
  @Mixin private DataOptions data;
  @Mixin private Output output;

  @Spec private CommandSpec command;

  @Parameters(
      arity = "0..1", // the subcommand needs none
      paramLabel = "DIR",
      description = "folder to write into; made when it is missing")
  private Path target;

  @Override
  public Integer call() {
    if (target == null) {
      throw new ParameterException(command.commandLine(), "a folder to write into is needed");
    }
    Settings effective = settings.settings();
    try (Store store = Product.openStore(data.folder(effective), effective)) {
      Corpus corpus = new RecordExport(store, target).write();
      output.result(
          Output.node()
              .put("items", corpus.items().size())
              .put("events", corpus.events().size())
              .put("profiles", corpus.profiles().size())
              .put("seq", corpus.seq()),
          out ->
              out.printf(
                  "wrote %,d items, %,d events and %,d profiles as of %d to %s%n",
                  corpus.items().size(),
                  corpus.events().size(),
                  corpus.profiles().size(),
                  corpus.seq(),
                  target));
      return 0;
    }
  }
}
