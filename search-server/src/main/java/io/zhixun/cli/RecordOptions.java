package io.zhixun.cli;

import io.zhixun.store.Store;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Mixin;

/** Which record a command works on: settings and data folder. */
final class RecordOptions {
  @Mixin private SettingsOptions settings;
  @Mixin private DataOptions data;

  /** The folder that the settings or the command line name. */
  DataFolder folder() {
    return data.folder(settings.settings());
  }

  /** Works on the open record and closes it; the exit code is the work's. */
  int on(ToIntFunction<Store> work) {
    Settings effective = settings.settings();
    try (Store store = Product.openStore(data.folder(effective), effective)) {
      return work.applyAsInt(store);
    }
  }

  /** The same with all that a snapshot is made of. */
  int onBase(ToIntFunction<Product.Base> work) {
    Settings effective = settings.settings();
    DataFolder folder = data.folder(effective);
    try (Store store = Product.openStore(folder, effective)) {
      return work.applyAsInt(
          new Product.Base(
              store, folder, effective, settings.dictionaries(), settings.blockedSuggestions()));
    }
  }
}
