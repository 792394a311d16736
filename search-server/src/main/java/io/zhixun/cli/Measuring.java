package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.config.Dictionaries;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.ranking.math.Progress;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What every measuring command has: the settings that hold, and one JSON object as its answer. */
abstract class Measuring implements Callable<Integer> {
  @Mixin private SettingsOptions settings;
  @Mixin private Output output;

  /** Measures; may be cancelled through what listens. */
  abstract ObjectNode measure(Progress progress);

  @Override
  public final Integer call() {
    try (Stages stages = Stages.onTerminal()) {
      output.object(measure(stages));
    }
    return 0;
  }

  final Settings settings() {
    return settings.settings();
  }

  final Dictionaries dictionaries() {
    return settings.dictionaries();
  }

  /** How the product reads texts with these word lists. */
  final ChineseAnalyzer analyzer() {
    return new ChineseAnalyzer(new Lexicon(Set.copyOf(dictionaries().domainWords())));
  }

  /** The value of an option, when it lies in its range. */
  static int within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new CommandException("%s must be %d..%d, got %d".formatted(option, least, most, value));
    }
    return value;
  }
}
