package io.zhixun.cli;

import io.zhixun.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies everything that cannot be made again. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the record, the served snapshot and the secrets into a new folder.",
      "A server may run meanwhile; the backup is the state of one moment.",
      "It holds what learners did and what keys are hashed with: keep it as safe as the data"
          + " folder."
    })
final class BackupCommand implements Callable<Integer> {
  @Mixin private SettingsOptions settings;
  @Mixin private DataOptions data;
  @Mixin private Output output;

  @Parameters(paramLabel = "FOLDER", description = "folder to make; must be empty if it exists")
  private Path target;

  @Override
  public Integer call() {
    Settings effective = settings.settings();
    DataFolder folder = data.folder(effective);
    try (Store store = Product.openStore(folder, effective)) {
      BackupManifest manifest =
          new Backup(target.toAbsolutePath().normalize())
              .write(store, folder, InstantSource.system().instant());
      output.result(
          manifest.json(),
          out ->
              out.printf(
                  "backed up %,d changes in %d files to %s%n",
                  manifest.seq(), manifest.files().size(), target));
      return 0;
    }
  }
}
