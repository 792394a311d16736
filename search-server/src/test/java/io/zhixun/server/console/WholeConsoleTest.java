package io.zhixun.server.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.server.DemoServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors do on the console acts on what learners see, in the whole product. */
class WholeConsoleTest {
  private static final Pattern TITLE =
      Pattern.compile("class=\"hit-title\">(.*?)</h2>", Pattern.DOTALL);

  @TempDir private static Path folder;
  private static DemoServer server;
  private Desks editor;

  @BeforeAll
  static void start() {
    server = DemoServer.start(folder, 60);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void signIn() {
    editor = new Desks(server.address()).signInAsShown();
  }

  private List<String> found(String query) {
    return TITLE
        .matcher(editor.get("/search?q=" + encode(query)).body())
        .results()
        .map(MatchResult::group)
        .map(html -> html.replaceAll("<[^>]*>", "").replaceAll("class=\"hit-title\">", "").strip())
        .toList();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aSynonymActsAtOnceAndIsGoneAtOnce() {
    String wanted = found("Python").getFirst();
    assertFalse(found("霹雳果").contains(wanted));
    editor.get("/console/words");

    Desks.Seen added =
        editor.post("/console/words", Map.of("list", "synonym", "text", "霹雳果 => Python"));

    assertEquals(303, added.status(), added.body());
    assertTrue(found("霹雳果").contains(wanted), found("霹雳果").toString());
    String page = editor.get("/console/words").body();
    var remove = Pattern.compile("action=\"(/console/words/synonym/[^\"]*/remove)\"").matcher(page);
    assertTrue(remove.find(), page);
    assertEquals(303, editor.post(remove.group(1), Map.of()).status());
    assertFalse(found("霹雳果").contains(wanted));
  }

  @Test
  void whatIsNotThereIsSaidInTheConsoleItself() {
    Desks.Seen missing = editor.get("/console/items/none");

    assertEquals(404, missing.status());
    assertTrue(missing.says("回到内容列表") && missing.says("操作记录"), missing.body());
    Desks.Seen nowhere = editor.get("/console/nowhere");
    assertEquals(404, nowhere.status());
    assertTrue(nowhere.says("回到编辑后台"), nowhere.body());
  }

  @Test
  void whatIsTooLargeIsRefusedInWords() {
    editor.get("/console/words");

    Desks.Seen refused =
        editor.post("/console/words", Map.of("list", "synonym", "text", "甲".repeat(1_000_000)));

    assertEquals(413, refused.status());
    assertTrue(refused.says("内容太大，没有收下") && refused.says("退出"), refused.body());
  }

  @Test
  void anImportThatWasEditedSinceIsTakenBackButForThat() {
    editor.get("/console/import");
    Desks.Seen checked =
        editor.post(
            "/console/import",
            Map.of("lines", line("x-one", "茶的第一课") + "\n" + line("x-two", "茶的第二课")));
    editor.get(checked.location());
    String batch = editor.post(checked.location(), Map.of()).location().replaceAll("\\?.*", "");
    withdraw("x-two");
    editor.get(batch);

    Desks.Seen undone = editor.post(batch + "/undo", Map.of());

    assertEquals(200, undone.status(), undone.body());
    assertTrue(undone.says("只撤销了一部分") && undone.says("《茶的第二课》"), undone.body());
    assertFalse(undone.says("《茶的第一课》") || undone.says("said-good"), undone.body());
    assertEquals(404, editor.get("/console/items/x-one").status());
    assertTrue(editor.get("/console/items/x-two").says("茶的第二课"));
  }

  private static String line(String id, String title) {
    return "{\"id\":\"%s\",\"format\":\"COURSE\",\"title\":\"%s\"}".formatted(id, title);
  }

  @Test
  void aCatalogueSearchSaysWhenNothingHoldsAllOfIt() {
    assertFalse(editor.get("/console/items?q=Python").says("没有内容完全符合"));
    assertTrue(editor.get("/console/items?q=" + encode("Python 炒年糕大全")).says("没有内容完全符合"));
  }

  @Test
  void anOlderVersionIsRestoredAsANewOne() {
    editor.get("/console/items/c-1201");
    withdraw("c-1201");
    assertEquals(404, editor.get("/items/c-1201").status());
    editor.get("/console/items/c-1201/history");

    Desks.Seen restored = editor.post("/console/items/c-1201/restore", Map.of("version", "1"));

    assertEquals(303, restored.status(), restored.body());
    assertEquals("/console/items/c-1201?done=restored", restored.location());
    assertEquals(200, editor.get("/items/c-1201").status());
    Desks.Seen history = editor.get("/console/items/c-1201/history");
    assertTrue(history.says("已下架"), "what was between is kept");
    Desks.Seen log = editor.get("/console/log");
    assertTrue(log.says("已下架"), log.body());
    assertFalse(log.says("WITHDRAWN"), "the log speaks Chinese too");
    Map<String, String> none = Map.of("version", "99");
    assertEquals(404, editor.post("/console/items/c-1201/restore", none).status());
    assertEquals(404, editor.post("/console/items/none/restore", none).status());
  }

  private void withdraw(String item) {
    Map<String, String> fields = Map.of("status", "WITHDRAWN", "version", "1");
    Desks.Seen done = editor.post("/console/items/" + item + "/status", fields);
    assertEquals(303, done.status(), done.body());
  }

  @Test
  void aReindexThatIsCancelledLeavesNoSnapshot() {
    String before = editor.get("/console/reindex").body();
    int snapshots = before.split("对比排序，再决定启用", -1).length;

    assertEquals(303, editor.post("/console/reindex", Map.of()).status());
    editor.get("/console/reindex");
    Desks.Seen cancelled = editor.post("/console/reindex/cancel", Map.of());

    assertEquals(303, cancelled.status(), cancelled.body());
    String after = awaitWords("线上的搜索和推荐没有任何变化");
    assertEquals(snapshots, after.split("对比排序，再决定启用", -1).length);
    assertTrue(found("Python").size() > 3, "what was served is served");
  }

  private String awaitWords(String words) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String page = editor.get("/console/reindex").body();
    while (!page.contains(words)) {
      assertTrue(System.nanoTime() < deadline, page);
      page = editor.get("/console/reindex").body();
    }
    return page;
  }

  @Test
  void aRuleIsTriedBeforeItIsPublishedAndTheTrialChangesNothing() {
    List<String> before = found("Python");
    editor.get("/console/rules/new");
    Map<String, String> rule =
        Map.of(
            "id", "r-try",
            "kind", "PIN",
            "items", "c-3301",
            "query", "Python",
            "scenario", "search",
            "previewQuery", "Python");

    Desks.Seen tried = editor.post("/console/rules", rule);

    assertEquals(200, tried.status(), tried.body());
    assertTrue(tried.says("加上这条规则"), tried.body());
    assertEquals(before, found("Python"), "nobody else sees it");
    Map<String, String> published = new HashMap<>(rule);
    published.put("do", "publish");
    editor.get("/console/rules/new");
    assertEquals(303, editor.post("/console/rules", published).status());
    assertNotEquals(before, found("Python"));
    editor.get("/console/rules");
    assertEquals(303, editor.post("/console/rules/r-try/end", Map.of()).status());
    assertEquals(before, found("Python"));
  }
}
