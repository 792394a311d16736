package io.zhixun.cli;

import io.zhixun.store.sql.LedgerFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a data folder of a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a data folder of a backup, after checking every file of it.",
      "The folder must be empty; it may hold " + LedgerFile.NAME + " of the lost data folder:",
      "learners who were forgotten after the backup are then forgotten again.",
      "With store.url the record goes into that database, which must be empty too."
    })
final class RestoreCommand implements Callable<Integer> {
  @Mixin private SettingsOptions settings;
  @Mixin private DataOptions data;
  @Mixin private Output output;

  @Parameters(paramLabel = "FOLDER", description = "a backup")
  private Path source;

  @Override
  public Integer call() {
    Settings effective = settings.settings();
    DataFolder named = data.folder(effective);
    DataFolder folder = new DataFolder(named.root().toAbsolutePath().normalize());
    Backup.Restored restored =
        new Backup(source.toAbsolutePath().normalize())
            .restoreTo(folder, target -> Product.openStore(target, effective));
    output.result(
        restored.manifest().json().put("erasedAgain", restored.erased()),
        out ->
            out.printf(
                "restored %,d changes to %s; %d learners were forgotten again%n",
                restored.manifest().seq(), folder.root(), restored.erased()));
    return 0;
  }
}
