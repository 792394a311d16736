package io.zhixun.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a search in vain to a synonym, as learner and editor see it. */
class AnalyticsTest extends BrowserTest {
  private static final String NOTHING = "饕餮";
  private static final String OTHER = "貔貅";
  private static final List<String> PAGES =
      List.of(
          "analytics?days=90",
          "analytics?days=7",
          "queue?days=90",
          "queue/query?days=90&q=" + encode(OTHER),
          "queue/query?days=90&q=" + encode(OTHER) + "&line=" + encode(OTHER + " => 睡眠"),
          "reindex");

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A learner searches in vain and then for something else. */
  private static void searchInVain(Page learner, String query) {
    becomeSomebody(learner);
    learner.navigate("/search?q=" + encode(query));
    assertThat(learner.locator("h1")).containsText("没有找到");
    learner.navigate("/search?q=" + encode("睡眠"));
    assertThat(learner.locator(".hit-title").first()).isVisible();
  }

  @Test
  void fromASearchInVainToASynonym() {
    Page learner = visitor();
    searchInVain(learner, NOTHING);
    Page page = visitor();
    ConsoleTest.signIn(page);
    page.navigate("/console/queue");
    ConsoleTest.press(page, "重新统计");
    assertThat(page.locator(".said-good")).containsText("已重新统计");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("处理 " + NOTHING)).click();
    assertThat(page.locator("h1")).containsText(NOTHING);

    ConsoleTest.press(page, "量一量 睡眠");
    assertThat(page.locator(".measured .stats div").first()).containsText("0");
    String after = page.locator(".measured .stats dd").nth(1).innerText();
    assertTrue(Integer.parseInt(after) > 0, after);
    learner.navigate("/search?q=" + encode(NOTHING));
    assertThat(learner.locator("h1")).containsText("没有找到");

    ConsoleTest.press(page, "发布这一行同义词");
    assertThat(page.locator(".said-good")).containsText("从下一次搜索起生效");
    assertThat(page.locator(".wanting").getByText(NOTHING)).hasCount(0);
    assertThat(page.locator(".terms")).containsText(NOTHING);
    learner.navigate("/search?q=" + encode(NOTHING));
    assertThat(learner.locator(".hit-title").first()).isVisible();
    page.navigate("/console/words");
    assertThat(page.locator(".terms").first()).containsText(NOTHING + " => 睡眠");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("删除 " + NOTHING + " => 睡眠"))
        .click();
    learner.navigate("/search?q=" + encode(NOTHING));
    assertThat(learner.locator("h1")).containsText("没有找到");
  }

  @Test
  void aGuestsSearchInVainReachesTheEditor() {
    Page guest = visitor();
    guest.navigate("/");
    guest.locator("input[name=q]").first().fill("獬豸");
    guest.keyboard().press("Enter");
    assertThat(guest.locator("h1")).containsText("没有找到");
    assertEquals(List.of(), guest.context().cookies(), "nothing is remembered of a guest");
    Page page = visitor();
    ConsoleTest.signIn(page);
    page.navigate("/console/queue");
    ConsoleTest.press(page, "重新统计");

    assertThat(page.locator(".wanting").getByText("獬豸").first()).isVisible();
    assertThat(page.locator(".wanting").getByText("访客搜了 1 次").first()).isVisible();
  }

  /** Less than six screens: without folding it was more than eleven. */
  private static final int LONGEST_ON_A_PHONE = 4_900;

  @Test
  void onAPhoneTablesAreFoldedUntilTheyAreAskedForAlsoWithoutScript() {
    for (Browser.NewContextOptions options :
        List.of(new Browser.NewContextOptions(), withoutScript())) {
      Page phone = visitor(PHONE, options);
      ConsoleTest.signIn(phone);
      phone.navigate("/console/analytics?days=90");
      Locator table = phone.locator(".figures").first();
      assertThat(table).isHidden();
      double height = phone.locator("main").boundingBox().height;
      assertTrue(height <= LONGEST_ON_A_PHONE, "the page is " + height + " high");

      phone.locator(".fold > summary").first().focus();
      phone.keyboard().press("Enter");

      assertThat(table).isVisible();
      assertThat(table.locator("tbody th").first()).hasText("第 1 位");
    }
    Page desk = visitor();
    ConsoleTest.signIn(desk);
    desk.navigate("/console/analytics?days=90");
    assertThat(desk.locator(".figures").first()).isVisible();
    assertThat(desk.locator(".fold > summary").first()).isHidden();
  }

  @Test
  void thePagesFitTheirWindowsAndHaveNoBarriersInAnyLight() {
    searchInVain(visitor(), OTHER);
    List<String> barriers = new ArrayList<>();
    for (Window window : List.of(DESK, PHONE)) {
      for (boolean isDark : List.of(false, true)) {
        Page page = visitor(window, isDark ? dark() : new Browser.NewContextOptions());
        ConsoleTest.signIn(page);
        page.navigate("/console/analytics");
        ConsoleTest.press(page, "重新统计");
        for (String path : PAGES) {
          page.navigate("/console/" + path);
          String name =
              path.replaceAll("%[0-9A-F]{2}", "").replaceAll("[^a-z0-9-]", "_")
                  + "-"
                  + window.width()
                  + (isDark ? "-dark" : "")
                  + ".png";
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setPath(Path.of("target", "screenshots", "console", name))
                  .setFullPage(true));
          int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
          assertTrue(width <= window.width(), path + " is " + width + " wide in " + window);
          assertTrue(page.content().length() <= 60_000, path + " is too large");
          barriers.addAll(PageQualityTest.barriersOf(page, path));
        }
      }
    }

    assertEquals(List.of(), barriers);
  }
}
