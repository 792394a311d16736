package io.zhixun.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says where the data are. */
final class DataOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "data folder; server.data of the settings when it is left out")
  private Path folder;

  DataFolder folder(Settings settings) {
    return new DataFolder(Optional.ofNullable(folder).orElse(settings.data().folder()));
  }
}
