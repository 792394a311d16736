package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.indexer.build.CatalogueReview;
import io.zhixun.indexer.build.Finding;
import io.zhixun.indexer.snapshot.Listed;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotStore;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Snapshots: what is searched and proposed from. */
@Command(
    name = "index",
    mixinStandardHelpOptions = true,
    description = "Builds, checks, lists and rolls back snapshots.",
    subcommands = {
      IndexCommand.Build.class,
      IndexCommand.Validate.class,
      IndexVerifyCommand.class,
      IndexCommand.ListSnapshots.class,
      IndexCommand.Rollback.class
    })
final class IndexCommand {

  /** Indexes, learns, measures and publishes. */
  @Command(
      name = "build",
      mixinStandardHelpOptions = true,
      description = {
        "Indexes the catalogue, learns from behaviour, measures, and publishes the result as one.",
        "A running server on the same data folder swaps to it; a failed build changes nothing."
      })
  static final class Build implements Callable<Integer> {
    @Mixin private RecordOptions record;
    @Mixin private Output output;

    @Override
    public Integer call() {
      return record.onBase(
          base -> {
            Snapshot snapshot = new SnapshotMaker(base, InstantSource.system()).makeAndPublish();
            ObjectNode json = describe(snapshot);
            output.result(
                json,
                out ->
                    out.printf(
                        "published %s: %s, quality %s%nweights of search: %s; of feeds: %s%n",
                        snapshot.id(),
                        snapshot.manifest().facts().counts(),
                        snapshot.manifest().quality(),
                        standing(snapshot, "search."),
                        standing(snapshot, "feed.")));
            return 0;
          });
    }
  }

  /** Looks for what is wrong with the catalogue as a whole. */
  @Command(
      name = "validate",
      mixinStandardHelpOptions = true,
      description =
          "Lists what is wrong with the catalogue as a whole, such as dead prerequisites.")
  static final class Validate implements Callable<Integer> {
    @Mixin private RecordOptions record;
    @Mixin private Output output;

    @Override
    public Integer call() {
      return record.on(
          store -> {
            List<Finding> findings =
                new CatalogueReview(new ChineseAnalyzer(Lexicon.EMPTY))
                    .findings(store.corpus().items());
            ObjectNode json = Output.node();
            ArrayNode list = json.putArray("findings");
            findings.forEach(
                finding ->
                    list.addObject()
                        .put("item", finding.item().value())
                        .put("code", finding.kind().name())
                        .put("detail", finding.detail()));
            output.result(
                json,
                out -> {
                  findings.forEach(
                      finding ->
                          out.println(
                              finding.item() + ": " + finding.kind() + ": " + finding.detail()));
                  out.println(findings.size() + " findings");
                });
            return findings.isEmpty() ? 0 : 1;
          });
    }
  }

  /** Lists what there is. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists snapshots, the newest first.")
  static final class ListSnapshots implements Callable<Integer> {
    @Mixin private RecordOptions record;
    @Mixin private Output output;

    @Override
    public Integer call() {
      SnapshotStore snapshots = new SnapshotStore(record.folder().root());
      List<Listed> listed = snapshots.list();
      ObjectNode json = Output.node();
      ArrayNode list = json.putArray("snapshots");
      listed.forEach(
          one ->
              list.addObject()
                  .put("id", one.id())
                  .put("current", one.isCurrent())
                  .put("detail", detail(one)));
      output.result(
          json,
          out ->
              listed.forEach(
                  one ->
                      out.println(
                          (one.isCurrent() ? "* " : "  ") + one.id() + "  " + detail(one))));
      return 0;
    }
  }

  /** Goes back to the good snapshot before the one that is served. */
  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = "Publishes the good snapshot before the one that is served; edits stay edits.")
  static final class Rollback implements Callable<Integer> {
    @Mixin private RecordOptions record;
    @Mixin private Output output;

    @Override
    public Integer call() {
      Snapshot snapshot = new SnapshotStore(record.folder().root()).rollback();
      output.result(
          describe(snapshot), out -> out.println("published " + snapshot.id() + " again"));
      return 0;
    }
  }

  private static String detail(Listed one) {
    return one.snapshot()
        .map(
            snapshot ->
                "seq "
                    + snapshot.seq()
                    + ", "
                    + snapshot.manifest().facts().counts()
                    + ", quality "
                    + snapshot.manifest().quality())
        .or(one::problem)
        .orElse("");
  }

  /** Whose weights a blend goes by. */
  private static String standing(Snapshot snapshot, String blend) {
    return snapshot.manifest().weights().keySet().stream().anyMatch(key -> key.startsWith(blend))
        ? "as learned"
        : "as set";
  }

  private static ObjectNode describe(Snapshot snapshot) {
    ObjectNode json = Output.node().put("snapshot", snapshot.id()).put("seq", snapshot.seq());
    ObjectNode counts = json.putObject("counts");
    snapshot.manifest().facts().counts().forEach(counts::put);
    ObjectNode quality = json.putObject("quality");
    snapshot.manifest().quality().forEach(quality::put);
    ObjectNode weights = json.putObject("weights");
    snapshot.manifest().weights().forEach(weights::put);
    return json;
  }
}
