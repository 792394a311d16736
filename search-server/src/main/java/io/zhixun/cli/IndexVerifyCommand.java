package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Corpus;
import io.zhixun.indexer.snapshot.FileProblem;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.search.measure.Reconciliation;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Rehearsal;
import io.zhixun.store.Store;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a snapshot is what was written, and whether it holds what the record says. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks each file of a snapshot against its checksum, the index by Lucene's own check, and",
      "the index, brought to the record's last change, against the record: every item is in it",
      "once and as it is, every published one is found by its title, and nothing else is there.",
      "Exit code 1 when anything is wrong; each finding is named."
    })
final class IndexVerifyCommand implements Callable<Integer> {
  /** Findings that are printed one by one. */
  private static final int MAX_LISTED = 100;

  @Mixin private SettingsOptions settings;
  @Mixin private DataOptions data;
  @Mixin private Output output;

  @Option(names = "--files-only", description = "leaves out the comparison with the record")
  private boolean filesOnly;

  @Parameters(
      arity = "0..1",
      paramLabel = "SNAPSHOT",
      description = "name of a snapshot; the one that is served when it is left out")
  private String id;

  @Override
  public Integer call() {
    Settings effective = settings.settings();
    DataFolder folder = data.folder(effective);
    SnapshotStore snapshots = new SnapshotStore(folder.root());
    String checked =
        Optional.ofNullable(id)
            .or(snapshots::currentId)
            .orElseThrow(
                () ->
                    new CommandException(
                        "no snapshot is published: make one with `zhixun index build`"));
    List<FileProblem> problems = snapshots.verify(checked);
    Optional<Compared> compared =
        problems.isEmpty() && !filesOnly
            ? Optional.of(compare(effective, folder, checked))
            : Optional.empty();
    boolean good =
        problems.isEmpty() && compared.map(one -> one.differences().isEmpty()).orElse(true);
    output.result(
        json(checked, good, problems, compared),
        out -> {
          problems.forEach(problem -> out.println(problem.file() + ": " + problem.detail()));
          compared.ifPresent(one -> print(one, out));
          out.println(checked + (good ? " is good" : " is damaged"));
        });
    return good ? 0 : 1;
  }

  /** The index held against the record as of one change. */
  private record Compared(long seq, Reconciliation found) {
    List<Reconciliation.Difference> differences() {
      return found.differences();
    }
  }

  private Compared compare(Settings effective, DataFolder folder, String checked) {
    try (Store store = Product.openStore(folder, effective)) {
      Product.Base base =
          new Product.Base(
              store, folder, effective, settings.dictionaries(), settings.blockedSuggestions());
      Corpus corpus = store.corpus();
      Generation generation = new SnapshotOpener(base).generation(base.snapshots().good(checked));
      try (Rehearsal _ = Rehearsal.upTo(corpus.seq(), generation, store)) {
        return new Compared(corpus.seq(), Reconciliation.of(generation.lexical(), corpus.items()));
      }
    }
  }

  private static void print(Compared compared, PrintWriter out) {
    compared.differences().stream().limit(MAX_LISTED).forEach(out::println);
    out.printf(
        "%,d items of the record as of change %d, %,d of them differ%n",
        compared.found().items(), compared.seq(), compared.differences().size());
  }

  private static ObjectNode json(
      String id, boolean good, List<FileProblem> problems, Optional<Compared> compared) {
    ObjectNode json = Output.node().put("snapshot", id).put("good", good);
    ArrayNode list = json.putArray("problems");
    problems.forEach(
        problem -> list.addObject().put("file", problem.file()).put("detail", problem.detail()));
    compared.ifPresent(
        one -> {
          ObjectNode record = json.putObject("record");
          record.put("seq", one.seq()).put("items", one.found().items());
          record.put("differing", one.differences().size());
          ArrayNode differences = record.putArray("differences");
          one.differences().stream()
              .limit(MAX_LISTED)
              .forEach(
                  difference ->
                      differences
                          .addObject()
                          .put("item", difference.item().value())
                          .put("code", difference.kind().name()));
        });
    return json;
  }
}
