package io.zhixun.benchmarks;

import io.zhixun.ranking.interaction.Interactions;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.recipe.Choice;
import io.zhixun.ranking.recipe.LearnedModel;
import io.zhixun.ranking.recipe.RecipeSettings;
import io.zhixun.ranking.recipe.RecipeTrainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The shipped recipe's model, and learners of fifty items who had no part in its training.
 *
 * @param histories item rows, the newest last
 */
record Newcomers(LearnedModel model, List<List<Integer>> histories) {
  private static final int EVENTS = 50;
  private static final int ONE_IN = 10;

  /** What the recipe chooses for Gowalla; choosing anew takes a minute and is not measured here. */
  private static final Choice CHOICE =
      new Choice(
          false,
          List.of(
              new Choice.Term("walk(0.8,0.8,0.2)", 0.4),
              new Choice.Term("ssm·d^0.1", 0.2),
              new Choice.Term("learners", 1)),
          List.of(),
          "chosen before");

  static Newcomers load() {
    Pairs pairs = Pairs.gowallaOrMade();
    Interactions all = pairs.interactions();
    System.out.printf(
        "# %s: %,d learners, %,d items, %,d pairs%n",
        pairs.source(), all.users(), all.items(), all.entries());
    int[] left = new int[all.users()];
    int count = 0;
    for (int user = 0; user < all.users(); user += ONE_IN) {
      if (all.userDegree(user) >= EVENTS) {
        left[count++] = user;
      }
    }
    int[] newcomers = Arrays.copyOf(left, count);
    System.out.printf("# left out of training, with %d events: %,d learners%n", EVENTS, count);
    Interactions known = all.filter((user, _) -> Arrays.binarySearch(newcomers, user) < 0);
    List<List<Integer>> histories =
        Arrays.stream(newcomers)
            .mapToObj(user -> Arrays.stream(all.itemsOf(user)).limit(EVENTS).boxed().toList())
            .toList();
    return new Newcomers(model(known), histories);
  }

  private static LearnedModel model(Interactions known) {
    Path folder = Places.folder("model");
    Path done = folder.resolve("done");
    try {
      if (!Files.exists(done)) {
        long start = System.nanoTime();
        LearnedModel trained =
            RecipeTrainer.train(known, CHOICE, RecipeSettings.defaults(), Progress.NONE);
        for (Map.Entry<String, MemorySegment> segment : trained.segments().entrySet()) {
          Files.write(
              folder.resolve(segment.getKey()), segment.getValue().toArray(ValueLayout.JAVA_BYTE));
        }
        Files.createFile(done);
        System.out.printf("# trained in %.0f s%n", (System.nanoTime() - start) / 1e9);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return LearnedModel.from(name -> mapped(folder.resolve(name)));
  }

  private static MemorySegment mapped(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.global());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
