package io.zhixun.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.corpus.jsonl.EventJson;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.corpus.jsonl.JsonlWriter;
import io.zhixun.corpus.jsonl.ProfileJson;
import io.zhixun.corpus.jsonl.RuleJson;
import io.zhixun.store.Audit;
import io.zhixun.store.ItemVersion;
import io.zhixun.store.LearnerSettings;
import io.zhixun.store.Store;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import io.zhixun.store.UserSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a record holds, as files that other programs read. Catalogue, events and profiles are of one
 * number; the others are read a little later. Keys and the erasure ledger are not in it: they are
 * in backups.
 */
record RecordExport(Store store, Path target) {
  private static final int PAGE = 1_000;

  /**
   * Writes all files.
   *
   * @return what the catalogue, events and profiles were taken from
   * @throws CommandException when the folder cannot be written
   */
  Corpus write() {
    Corpus corpus = store.corpus();
    try {
      Files.createDirectories(target);
      lines("catalogue.jsonl", corpus.items(), ItemJson::write);
      lines("events.jsonl", corpus.events(), EventJson::write);
      EventCsv.write(corpus.events(), target.resolve("events.csv"));
      lines("profiles.jsonl", corpus.profiles(), ProfileJson::write);
      lines("rules.jsonl", store.rules(), RuleJson::write);
      list("synonyms.txt", store.terms(Term.Kind.SYNONYM));
      list("words.txt", store.terms(Term.Kind.WORD));
    } catch (IOException e) {
      throw new CommandException("cannot write to " + target + ": " + e.getMessage());
    }
    try (JsonlWriter out = writer("personalisation.jsonl")) {
      switches(out);
    }
    try (JsonlWriter out = writer("versions.jsonl")) {
      versions(out);
    }
    try (JsonlWriter out = writer("audit.jsonl")) {
      audit(out);
    }
    return corpus;
  }

  private JsonlWriter writer(String file) {
    return JsonlWriter.create(target.resolve(file));
  }

  private <T> void lines(String file, List<T> values, Function<T, ObjectNode> form) {
    try (JsonlWriter out = writer(file)) {
      values.forEach(value -> out.write(form.apply(value)));
    }
  }

  /** In the form of the dictionaries, in which such lists are read. */
  private void list(String file, List<StoredTerm> terms) throws IOException {
    Files.write(target.resolve(file), terms.stream().map(stored -> stored.term().text()).toList());
  }

  /** One line for each learner who switched personalisation off or hid tags. */
  private void switches(JsonlWriter out) {
    Optional<UserId> after = Optional.empty();
    List<UserSummary> page = store.users(after, PAGE);
    while (!page.isEmpty()) {
      for (UserSummary user : page) {
        LearnerSettings chosen = store.settings(user.id());
        if (!chosen.personalised() || !chosen.hiddenTags().isEmpty()) {
          ObjectNode line = Output.node().put("user", user.id().value());
          line.put("enabled", chosen.personalised());
          chosen.hiddenTags().stream()
              .sorted()
              .forEach(tag -> line.withArray("hiddenTags").add(tag));
          out.write(line);
        }
      }
      page = store.users(Optional.of(page.getLast().id()), PAGE);
    }
  }

  /** Every version of every item, also of those that are gone, the newest of each first. */
  private void versions(JsonlWriter out) {
    int from = 0;
    Collection<ItemId> ids = idsOfRows(from);
    while (!ids.isEmpty()) {
      ids.forEach(id -> versions(id, out));
      from += PAGE;
      ids = idsOfRows(from);
    }
  }

  private Collection<ItemId> idsOfRows(int from) {
    return new TreeMap<>(store.itemIds(IntStream.range(from, from + PAGE).boxed().toList()))
        .values();
  }

  private void versions(ItemId id, JsonlWriter out) {
    List<ItemVersion> page = store.versions(id, Long.MAX_VALUE, PAGE);
    while (!page.isEmpty()) {
      page.forEach(version -> out.write(line(id, version)));
      page = store.versions(id, page.getLast().version(), PAGE);
    }
  }

  private static ObjectNode line(ItemId id, ItemVersion version) {
    ObjectNode line =
        Output.node()
            .put("id", id.value())
            .put("version", version.version())
            .put("seq", version.seq())
            .put("acceptedAt", version.acceptedAt().toString());
    version.batch().ifPresent(batch -> line.put("batchId", batch.value()));
    version
        .item()
        .ifPresentOrElse(
            item -> line.set("item", ItemJson.write(item)), () -> line.put("deleted", true));
    return line;
  }

  /** Who did what, the newest first. */
  private void audit(JsonlWriter out) {
    List<Audit.Done> page = store.audit().before(Long.MAX_VALUE, PAGE);
    while (!page.isEmpty()) {
      page.forEach(done -> out.write(line(done)));
      page = store.audit().before(page.getLast().id(), PAGE);
    }
  }

  private static ObjectNode line(Audit.Done done) {
    ObjectNode line =
        Output.node()
            .put("id", done.id())
            .put("at", done.at().toString())
            .put("who", done.who())
            .put("action", done.what().action())
            .put("subject", done.what().subject());
    done.before()
        .filter(before -> !before.equals(Audit.NOT_KEPT))
        .ifPresent(before -> line.set("before", content(before)));
    done.after().ifPresent(after -> line.set("after", content(after)));
    return line;
  }

  /** Contents are JSON; what was noted of something that is no change is a text. */
  private static JsonNode content(String text) {
    return switch (StrictJson.read(text)) {
      case Checked.Valid<JsonNode>(JsonNode json) -> json;
      case Checked.Invalid<JsonNode> _ -> Output.node().textNode(text);
    };
  }
}
