package io.zhixun.cli;

import io.zhixun.config.BlockedSuggestions;
import io.zhixun.config.Dictionaries;
import io.zhixun.config.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say which settings hold. */
final class SettingsOptions {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "settings file; the shipped config/zhixun.yaml when it is left out")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "one value over the settings file, such as --set server.port=9090")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--dictionaries",
      paramLabel = "DIR",
      description = "folder of word lists; the shipped ones when it is left out")
  private Path dictionaries;

  Settings settings() {
    SettingsFile read = file == null ? SettingsFile.shipped() : SettingsFile.read(file);
    return Settings.of(read.with(overrides));
  }

  Dictionaries dictionaries() {
    return dictionaries == null ? Dictionaries.shipped() : Dictionaries.read(dictionaries);
  }

  List<String> blockedSuggestions() {
    return dictionaries == null
        ? BlockedSuggestions.shipped()
        : BlockedSuggestions.read(dictionaries);
  }
}
