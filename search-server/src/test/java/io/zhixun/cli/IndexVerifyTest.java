package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.config.Dictionaries;
import io.zhixun.config.SettingsFile;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.indexer.snapshot.OpenedSnapshot;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.indexer.snapshot.SnapshotStore;
import io.zhixun.search.measure.Reconciliation;
import io.zhixun.search.serving.Generation;
import io.zhixun.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code index verify} over real snapshots: damaged files, and an index that is not the record. */
class IndexVerifyTest {
  private final long seed = Long.getLong("zhixun.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir private Path folder;

  @BeforeEach
  void build() throws IOException {
    Path catalogue =
        Files.writeString(
            folder.resolve("catalogue.jsonl"),
            """
            {"id":"a","format":"COURSE","title":"机器学习入门","authors":["周行"]}
            {"id":"C_course-v1:X+1+T1","format":"EBOOK","title":"财报"}
            {"id":"draft","format":"EBOOK","title":"草稿","status":"DRAFT"}
            """);
    run("import", "jsonl", catalogue.toString());
    run("index", "build");
    run("index", "build");
  }

  private Ran run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data", data().toString(), "--json"));
    return Ran.of(all.toArray(String[]::new));
  }

  private Path data() {
    return folder.resolve("data");
  }

  @Test
  void everyFileThatIsDamagedIsNamedAndTheOlderSnapshotIsServed() throws IOException {
    SnapshotStore snapshots = new SnapshotStore(data());
    Snapshot current = snapshots.current();
    String older = snapshots.list().getLast().id();
    for (Path file : files(current.folder())) {
      byte[] good = Files.readAllBytes(file);
      String name = current.folder().relativize(file).toString();
      for (byte[] bad : List.of(flipped(good), cut(good))) {
        if (!Arrays.equals(good, bad)) {
          Files.write(file, bad);
          assertNamed(snapshots, older, name);
        }
      }
      Files.delete(file);
      assertNamed(snapshots, older, name);
      Files.write(file, good);
    }
    assertEquals(0, run("index", "verify").exit());
  }

  private void assertNamed(SnapshotStore snapshots, String older, String name) {
    Ran verified = run("index", "verify");
    OpenedSnapshot opened = snapshots.open();

    String hint = name + ", -Dzhixun.seed=" + seed;
    assertEquals(1, verified.exit(), hint);
    assertEquals(name, verified.json().at("/problems/0/file").asText(), hint);
    assertEquals(older, opened.snapshot().id(), hint);
    assertTrue(opened.warnings().toString().contains(name), hint + ": " + opened.warnings());
  }

  private byte[] flipped(byte[] good) {
    byte[] bad = good.clone();
    if (bad.length > 0) {
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bad;
  }

  private byte[] cut(byte[] good) {
    return good.length == 0 ? good : Arrays.copyOf(good, random.nextInt(good.length));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void anIndexIsGoodWhenItHoldsTheRecordWithAllChangesSince() throws IOException {
    Path edits =
        Files.writeString(
            folder.resolve("edits.jsonl"),
            """
            {"id":"a","format":"COURSE","title":"机器学习进阶"}
            {"id":"new","format":"COURSE","title":"量子琴弦"}
            """);
    run("import", "jsonl", edits.toString());

    Ran verified = run("index", "verify");

    assertEquals(0, verified.exit(), verified.out() + verified.err());
    assertEquals(4, verified.json().at("/record/items").asInt());
    assertEquals(0, verified.json().at("/record/differing").asInt());
  }

  @Test
  void whatTheIndexHasTooMuchTooLittleOrOtherwiseIsNamed() {
    Settings settings = Settings.of(SettingsFile.shipped());
    DataFolder place = new DataFolder(data());
    try (Store store = Product.openStore(place, settings)) {
      Product.Base base = new Product.Base(store, place, settings, Dictionaries.shipped());
      Generation generation =
          new SnapshotOpener(base).generation(new SnapshotStore(data()).current());
      List<Item> items = new ArrayList<>(store.corpus().items());
      assertEquals(List.of(), Reconciliation.of(generation.lexical(), items).differences());

      generation.lexical().remove(new ItemId("a"));
      generation.lexical().put(retitled(items.get(1)), 1);
      generation.lexical().refresh();
      Item leftOver = items.removeLast();

      List<String> found =
          Reconciliation.of(generation.lexical(), items).differences().stream()
              .map(Object::toString)
              .toList();
      assertEquals(
          List.of(items.get(1).id() + " OTHER_CONTENT", "a MISSING", leftOver.id() + " LEFT_OVER"),
          found);
      generation.close();
    }
  }

  private static Item retitled(Item item) {
    JsonNode line = ItemJson.write(item).put("title", "不是这个");
    return ItemCheck.read(line).valid().orElseThrow();
  }

  /** A record that says something else than the log the index followed: damage in the database. */
  @Test
  void aRecordWhoseItemsAreNotWhatItsLogSaysIsNoticed() throws Exception {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + data().resolve("zhixun.db"));
        var statement = connection.createStatement()) {
      statement.execute("UPDATE log SET body = replace(body, '财报', '财务') WHERE body LIKE '%财报%'");
    }

    Ran verified = run("index", "verify");

    assertEquals(1, verified.exit(), verified.out());
    assertFalse(verified.json().path("good").asBoolean());
    assertEquals(
        "OTHER_CONTENT", verified.json().at("/record/differences/0/code").asText(), verified.out());
  }
}
