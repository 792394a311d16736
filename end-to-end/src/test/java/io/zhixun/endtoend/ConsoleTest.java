package io.zhixun.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The editors' console, walked as an editor would. */
class ConsoleTest extends BrowserTest {
  private static final String WORD = "星图编织法";
  private static final List<String> TITLES =
      List.of("星图编织法：从零开始", "编织手艺与星图观测的方法", "手工编织法大全", "看懂星图", "法律人的星图");
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
    assertEquals(10, found(page).size());

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

  /** Forty-seven items, and three lines that are broken in different ways. */
  private static String fiftyLines() {
    List<String> lines = new ArrayList<>();
    for (int n = 1; n <= 50; n++) {
      String line =
          """
          {"id":"x-%03d","format":"%s","title":"%s（第%d讲）","rating":%d,"ratingCount":9,\
          "summary":"第%d讲：介绍星图、编织和方法的基本功，也讲到星图编织法的历史。","tags":["星图"],"status":"DRAFT"}\
          """
              .formatted(
                  n,
                  n == 19 ? "POSTER" : "COURSE",
                  TITLES.get((n - 1) % TITLES.size()),
                  n,
                  n == 33 ? 9 : 4,
                  n);
      lines.add(n == 7 ? line.substring(0, line.length() - 1) : line);
    }
    return String.join("\n", lines);
  }

  @Test
  void everyPageFitsItsWindowAndIsSmall() {
    for (Window window : List.of(DESK, PHONE)) {
      Page page = visitor(window, new Browser.NewContextOptions());
      signIn(page);
      for (String path : PAGES) {
        page.navigate("/console/" + path);
        String name = path.replaceAll("[^a-z0-9-]", "_") + "-" + window.width() + ".png";
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "console", name))
                .setFullPage(true));
        int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        assertTrue(width <= window.width(), path + " is " + width + " wide in " + window);
        assertTrue(page.content().length() <= 60_000, path + " is too large");
      }
    }
  }

  @Test
  void noPageHasBarriersInAnyLight() {
    List<String> barriers = new ArrayList<>();
    for (Browser.NewContextOptions light : List.of(new Browser.NewContextOptions(), dark())) {
      Page page = visitor(DESK, light);
      page.navigate("/console/sign-in");
      barriers.addAll(PageQualityTest.barriersOf(page, "/console/sign-in"));
      signIn(page);
      for (String path : PAGES) {
        page.navigate("/console/" + path);
        barriers.addAll(PageQualityTest.barriersOf(page, path));
      }
    }

    assertEquals(List.of(), barriers);
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
