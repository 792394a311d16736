package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.jsonl.JsonlWriter;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.DiscoveryPipeline;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.pipeline.Requests.Audience;
import io.zhixun.search.serving.Generations;
import io.zhixun.search.serving.Learners;
import io.zhixun.search.serving.LiveState;
import io.zhixun.search.serving.Seekers;
import io.zhixun.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what an e-mail to each of many learners should propose, a JSON line a learner. */
@Command(
    name = "recommendations",
    mixinStandardHelpOptions = true,
    description = "Writes proposals for many learners (scenario email), a JSON line each.")
final class ExportRecommendationsCommand implements Callable<Integer> {
  @Mixin private SettingsOptions settings;
  @Mixin private DataOptions data;

  @Spec private CommandSpec command;

  @Option(
      names = "--users",
      paramLabel = "FILE",
      required = true,
      description = "file with a learner's id on each line")
  private Path users;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "proposals for each learner (default: ${DEFAULT-VALUE})",
      defaultValue = "12")
  private int size;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "file to write; stdout when it is left out")
  private Path target;

  @Override
  public Integer call() {
    Settings effective = settings.settings();
    List<UserId> asked = read(users);
    DataFolder folder = data.folder(effective);
    try (Store store = Product.openStore(folder, effective);
        Generations generations = new Generations()) {
      Product.Base base = new Product.Base(store, folder, effective, settings.dictionaries());
      Learners learners = new Learners(store, effective.data().learners());
      try (LiveState live =
          LiveState.start(store, new SnapshotOpener(base), generations, learners)) {
        if (!live.isReady()) {
          throw new CommandException("there is no snapshot yet: run `zhixun index build`");
        }
        write(asked, pipeline(base, generations, learners));
      }
    }
    return 0;
  }

  private static DiscoveryPipeline pipeline(
      Product.Base base, Generations generations, Learners learners) {
    return new DiscoveryPipeline(
        generations,
        new Seekers(learners, base.settings().behaviour()),
        base.settings().pipeline(),
        base.folder().secret(),
        new RequestNames(InstantSource.system(), new SecureRandom()));
  }

  private void write(List<UserId> asked, DiscoveryPipeline discovery) {
    Instant now = InstantSource.system().instant();
    if (target == null) {
      PrintWriter out = command.commandLine().getOut();
      propose(asked, discovery, now, out::println);
      out.flush();
      return;
    }
    try (JsonlWriter writer = JsonlWriter.create(target)) {
      propose(asked, discovery, now, writer::write);
    }
  }

  private void propose(
      List<UserId> asked, DiscoveryPipeline discovery, Instant now, Consumer<ObjectNode> taker) {
    for (UserId user : asked) {
      Requests.Feed request =
          new Requests.Feed(
              Requests.Scenario.EMAIL,
              Optional.empty(),
              Optional.empty(),
              new Requests.Page(size, Optional.empty()),
              new Audience(Optional.of(user), OptionalDouble.empty(), Context.UNKNOWN, false));
      taker.accept(line(user, discovery.recommend(request, now)));
    }
  }

  private static ObjectNode line(UserId user, Answers.Feed feed) {
    ObjectNode line =
        Output.node()
            .put("user", user.value())
            .put("requestId", feed.facts().requestId())
            .put("generation", feed.facts().generation())
            .put("personalised", feed.facts().personalised());
    ArrayNode items = line.putArray("items");
    for (Answers.Section section : feed.sections()) {
      for (Answers.Hit hit : section.items()) {
        ObjectNode item =
            items
                .addObject()
                .put("id", hit.item().id().value())
                .put("title", hit.item().text().title())
                .put("section", section.id())
                .put("score", hit.score());
        ArrayNode reasons = item.putArray("reasons");
        hit.reasons().forEach(reason -> reasons.add(reason.text()));
      }
    }
    if (!feed.facts().degraded().isEmpty()) {
      ArrayNode degraded = line.putArray("degraded");
      feed.facts().degraded().forEach(gone -> degraded.add(gone.source()));
    }
    return line;
  }

  private static List<UserId> read(Path file) {
    List<UserId> users = new ArrayList<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        String id = line.strip();
        Optional<String> problem = id.isEmpty() ? Optional.empty() : Ids.problem(id);
        if (problem.isPresent()) {
          throw new CommandException(file + ":" + number + ": a learner's id " + problem.get());
        }
        if (!id.isEmpty()) {
          users.add(new UserId(id));
        }
      }
    } catch (IOException e) {
      throw new CommandException("cannot read " + file + ": " + e.getMessage());
    }
    return users;
  }
}
