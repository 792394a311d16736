package io.zhixun.cli;

import io.zhixun.corpus.dataset.Dataset;
import io.zhixun.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files into the store. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Reads catalogue, behaviour and profiles into the store.",
      "A bad line is reported with file, line, field, rule and value, and left out.",
      "Build a snapshot afterwards (`index build`); a running server takes the items in at once."
    })
final class ImportCommand implements Callable<Integer> {
  @Mixin private SettingsOptions settings;
  @Mixin private DataOptions data;
  @Mixin private Output output;

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "what kind of data: ${COMPLETION-CANDIDATES}")
  private Dataset.Source source;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "files or folders")
  private List<Path> paths;

  @Option(names = "--strict", description = "accept nothing, and exit with 1, when any line is bad")
  private boolean strict;

  @Override
  public Integer call() {
    Settings effective = settings.settings();
    Dataset dataset = source.open(paths);
    try (Store store = Product.openStore(data.folder(effective), effective)) {
      Importer importer = new Importer(store, output);
      if (strict && importer.countProblems(dataset) > 0) {
        output.note("zhixun: nothing was imported, because --strict accepts no bad line");
        return 1;
      }
      Importer.Report report = importer.run(dataset);
      output.result(report.json(), out -> out.println(report.sentence()));
      return 0;
    }
  }
}
