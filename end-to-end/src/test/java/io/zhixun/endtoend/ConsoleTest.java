package io.zhixun.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The editors' console, walked as an editor would. */
class ConsoleTest extends BrowserTest {
  /** Cut into 云, 栖 and 茶道 as long as nobody says that it is one word. */
  private static final String WORD = "云栖茶道";

  /** Holds all the parts, and better than what is about the word itself. */
  private static final String WRONG = "云栖的茶与道";

  private static final String RIGHT = "老山里的十堂课";
  private static final List<String> PAGES =
      List.of(
          "items",
          "items?q=Python&status=PUBLISHED",
          "items/c-3301",
          "items/c-3301/preview",
          "items/c-3301/history",
          "items/new",
          "import",
          "quality",
          "reindex",
          "rules",
          "rules/new",
          "words",
          "explain?q=Python",
          "log");

  static void signIn(Page page) {
    page.navigate("/console");
    press(page, "登录");
    assertThat(page.locator("h1")).hasText("内容");
  }

  static void press(Page page, String label) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true))
        .click();
  }

  @Test
  void theEditorsStory() {
    Page page = visitor();
    signIn(page);
    page.onDialog(dialog -> dialog.accept());
    page.navigate("/console/import");
    byte[] lines = fiftyLines().getBytes(StandardCharsets.UTF_8);
    page.locator("#file")
        .setInputFiles(new FilePayload("course.jsonl", "application/x-ndjson", lines));
    press(page, "检查");

    Locator problems = page.locator(".problems tbody tr");
    assertThat(problems).hasCount(3);
    assertThat(problems.nth(0)).containsText("第 7 行");
    assertThat(problems.nth(0)).containsText("不是完整的 JSON");
    assertThat(problems.nth(1)).containsText("第 19 行");
    assertThat(problems.nth(1)).containsText("形式");
    assertThat(problems.nth(2)).containsText("第 33 行");
    assertThat(problems.nth(2)).containsText("必须在 1 到 5 之间");

    page.locator("#status").selectOption("PUBLISHED");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("导入这 47 项").setExact(true))
        .click();
    assertThat(page.locator(".said-good")).containsText("导入完成");
    assertThat(page.locator(".stats")).containsText("47");
    String batch = page.url().replaceAll("\\?.*", "");
    List<String> before = found(page);
    assertEquals(10, before.size(), "found at once");
    assertTrue(before.getFirst().startsWith(WRONG), before.toString());

    page.navigate("/console/words");
    page.locator("#word").fill(WORD);
    press(page, "添加领域词");
    assertThat(page.locator(".said-good")).containsText("下次重建索引");
    assertEquals(before, found(page), "a domain word waits for the next snapshot");
    List<String> parts = cut(page);
    assertFalse(parts.contains(WORD), parts.toString());

    rebuild(page);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("对比排序").setExact(true))
        .click();
    page.locator("#queries").fill(WORD);
    press(page, "对比");
    assertThat(page.locator("details.diff")).hasCount(1);
    assertThat(page.locator("details.diff")).containsText(WORD);
    press(page, "启用这份快照");
    assertThat(page.locator(".said-good")).containsText("已启用");
    assertTrue(cut(page).contains(WORD), "the word is kept whole, beside its parts");
    List<String> after = found(page);
    assertNotEquals(before, after, "the ranking changed");
    assertEquals(Set.copyOf(before), Set.copyOf(after), "among the same items");
    assertTrue(after.subList(0, 5).stream().allMatch(t -> t.startsWith(RIGHT)), after.toString());

    page.navigate("/console/reindex");
    page.getByText("对比排序，再决定启用").first().click();
    press(page, "启用这份快照");
    assertThat(page.locator(".said-good")).containsText("已启用");
    assertEquals(before, found(page), "as before, and the items are still there");
    assertEquals(parts, cut(page));

    page.navigate(batch);
    press(page, "撤销这次导入");
    assertThat(page.locator(".said-good")).containsText("已经撤销");
    assertThat(page.locator(".stats div").first()).containsText("47");
    assertTrue(found(page).stream().noneMatch(title -> title.contains("讲）")), "they are gone");
  }

  /** Makes a snapshot and waits for its end, which the page tells by itself. */
  private static void rebuild(Page page) {
    page.navigate("/console/reindex");
    press(page, "开始重建");
    assertThat(page.locator("#job-words")).containsText("重建完成");
  }

  /** The words that the served snapshot cuts the word into. */
  private static List<String> cut(Page page) {
    page.navigate("/console/words?try=" + URLEncoder.encode(WORD, StandardCharsets.UTF_8));
    return page.locator(".words span").allInnerTexts();
  }

  /** Titles that the word finds on the learner's site, best first. */
  private static List<String> found(Page page) {
    page.navigate("/search?q=" + URLEncoder.encode(WORD, StandardCharsets.UTF_8));
    return page.locator(".hit-title").allInnerTexts().stream().limit(10).toList();
  }

  /**
   * Forty-seven items, and three lines that are broken in different ways. Five of the items are
   * about the word, and name it once in a longer text; five hold its parts, often and apart from
   * each other.
   */
  private static String fiftyLines() {
    List<String> lines = new ArrayList<>();
    for (int n = 1; n <= 50; n++) {
      String line =
          """
          {"id":"x-%03d","format":"%s","title":"%s（第%d讲）","rating":%d,"ratingCount":9,\
          "summary":"第%d讲：%s","status":"DRAFT"}\
          """
              .formatted(
                  n, n == 19 ? "POSTER" : "COURSE", title(n), n, n == 33 ? 9 : 4, n, summary(n));
      lines.add(n == 7 ? line.substring(0, line.length() - 1) : line);
    }
    return String.join("\n", lines);
  }

  private static String title(int n) {
    return switch (n % 10) {
      case 1 -> WRONG;
      case 2 -> RIGHT;
      default -> "山里的手艺";
    };
  }

  private static String summary(int n) {
    return switch (n % 10) {
      case 1 -> "先看云栖，再学茶道。云栖的水，茶道的礼。云栖一日，茶道一生。";
      case 2 -> "走遍山里的村子，听老人讲手艺、节气和日子，从头讲云栖茶道的来历，也讲水、火和器物。";
      default -> "竹编、木工与陶艺的基本功。";
    };
  }

  @Test
  void everyPageFitsItsWindowAndIsSmall() {
    for (Window window : List.of(DESK, PHONE)) {
      keep(visitor(window, new Browser.NewContextOptions()), window, "");
      keep(visitor(window, dark()), window, "-dark");
    }
  }

  private static void keep(Page page, Window window, String light) {
    page.navigate("/console/sign-in");
    PageQualityTest.keep(page, "console-sign-in", window.width() + light);
    signIn(page);
    for (String path : PAGES) {
      page.navigate("/console/" + path);
      PageQualityTest.keep(page, "console-" + path, window.width() + light);
      int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
      assertTrue(width <= window.width(), path + " is " + width + " wide in " + window);
      assertTrue(page.content().length() <= 60_000, path + " is too large");
    }
  }

  @Test
  void noPageHasBarriersInAnyLight() {
    List<String> barriers = new ArrayList<>();
    for (Window window : List.of(DESK, PHONE)) {
      barriers.addAll(barriers(visitor(window, new Browser.NewContextOptions())));
      barriers.addAll(barriers(visitor(window, dark())));
    }

    assertEquals(List.of(), barriers);
  }

  private static List<String> barriers(Page page) {
    page.navigate("/console/sign-in");
    List<String> barriers = new ArrayList<>(PageQualityTest.barriersOf(page, "/console/sign-in"));
    signIn(page);
    for (String path : PAGES) {
      page.navigate("/console/" + path);
      barriers.addAll(PageQualityTest.barriersOf(page, path));
    }
    return barriers;
  }

  @Test
  void withoutScriptAnItemIsEditedAndAMistakeIsNamedBesideTheField() {
    Page page = visitor(DESK, withoutScript());
    signIn(page);
    page.navigate("/console/items/c-3301");
    page.locator("[name=priceFen]").fill("很贵");
    press(page, "保存");

    assertThat(page.locator(".field-wrong")).hasCount(1);
    assertThat(page.locator(".field-wrong .wrong")).containsText("不是金额");
    page.locator("[name=priceFen]").fill("88.80");
    press(page, "保存");
    assertThat(page.locator(".said-good")).containsText("已保存");
    assertThat(page.locator("[name=priceFen]")).hasValue("88.8");
  }

  @Test
  void whoWasSlowerLosesNothingAndSeesWhatTheOtherSaved() {
    Page one = visitor();
    Page other = visitor();
    signIn(one);
    signIn(other);
    one.navigate("/console/items/c-1201");
    other.navigate("/console/items/c-1201");
    other.locator("[name=subtitle]").fill("别人的副标题");
    press(other, "保存");

    one.locator("[name=subtitle]").fill("我的副标题");
    press(one, "保存");

    assertThat(one.locator(".said-bad")).containsText("别人保存了");
    assertThat(one.locator(".list")).containsText("别人的副标题");
    assertThat(one.locator("[name=subtitle]")).hasValue("我的副标题");
    press(one, "保存");
    assertThat(one.locator(".said-good")).containsText("已保存");
  }
}
