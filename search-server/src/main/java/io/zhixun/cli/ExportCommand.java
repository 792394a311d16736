package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.jsonl.EventJson;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.corpus.jsonl.JsonlWriter;
import io.zhixun.corpus.jsonl.ProfileJson;
import io.zhixun.corpus.jsonl.RuleJson;
import io.zhixun.store.Store;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
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
      "profiles.jsonl, rules.jsonl, synonyms.txt and words.txt."
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
      Corpus corpus = store.corpus();
      write(corpus);
      lines("rules.jsonl", store.rules(), RuleJson::write);
      list("synonyms.txt", store.terms(Term.Kind.SYNONYM));
      list("words.txt", store.terms(Term.Kind.WORD));
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

  private void write(Corpus corpus) {
    try {
      Files.createDirectories(target);
    } catch (IOException e) {
      throw new CommandException("cannot write to " + target + ": " + e.getMessage());
    }
    lines("catalogue.jsonl", corpus.items(), ItemJson::write);
    lines("events.jsonl", corpus.events(), EventJson::write);
    lines("profiles.jsonl", corpus.profiles(), ProfileJson::write);
    try {
      EventCsv.write(corpus.events(), target.resolve("events.csv"));
    } catch (IOException e) {
      throw new CommandException("cannot write to " + target + ": " + e.getMessage());
    }
  }

  /** In the form of the dictionaries, in which such lists are read. */
  private void list(String file, List<StoredTerm> terms) {
    try {
      Files.write(
          target.resolve(file), terms.stream().map(stored -> stored.term().text()).toList());
    } catch (IOException e) {
      throw new CommandException("cannot write to " + target + ": " + e.getMessage());
    }
  }

  private <T> void lines(String file, List<T> values, Function<T, ObjectNode> form) {
    try (JsonlWriter writer = JsonlWriter.create(target.resolve(file))) {
      values.forEach(value -> writer.write(form.apply(value)));
    }
  }
}
