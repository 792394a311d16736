package io.zhixun.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people see when something is refused, and how they get on from there. */
class RefusalsTest extends BrowserTest {
  @Test
  void pagesThatRefuseAreWholePagesInEveryWindowAndLight() {
    willBeRefusedWith("400", "401", "403", "404");
    List<String> barriers = new ArrayList<>();
    for (Window window : List.of(DESK, PHONE)) {
      for (Browser.NewContextOptions light : List.of(new Browser.NewContextOptions(), dark())) {
        Page page = visitor(window, light);
        String kind = window.width() + (light.colorScheme == null ? "" : "-dark");
        page.navigate("/nothing");
        barriers.addAll(look(page, "refusal-nothing", kind, window));
        page.navigate("/items/%ff");
        barriers.addAll(look(page, "refusal-unreadable", kind, window));
        page.navigate("/search?q=" + "a".repeat(300));
        barriers.addAll(look(page, "refusal-too-long", kind, window));
        ConsoleTest.signIn(page);
        page.navigate("/console/nothing");
        barriers.addAll(look(page, "refusal-console-nothing", kind, window));
        typeAndLoseTheSession(page);
        barriers.addAll(look(page, "refusal-console-signed-out", kind, window));
        ConsoleTest.press(page, "登录");
        barriers.addAll(look(page, "refusal-console-go-on", kind, window));
      }
    }
    assertEquals(List.of(), barriers);
  }

  /** Keeps a picture, and says what is wrong. */
  private static List<String> look(Page page, String name, String kind, Window window) {
    PageQualityTest.keep(page, name, kind);
    int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
    assertTrue(width <= window.width(), name + " is " + width + " wide in " + window);
    assertThat(page.locator("main a, main button").first()).isVisible();
    return PageQualityTest.barriersOf(page, name + " " + kind);
  }

  private static void typeAndLoseTheSession(Page page) {
    page.navigate("/console/items/c-1201");
    page.locator("[name=subtitle]").fill("会话结束之前写好的副标题");
    page.context().clearCookies();
    ConsoleTest.press(page, "保存");
    assertThat(page.locator(".said-bad")).containsText("填过的内容都在");
  }

  @Test
  void anEditorWhoseSessionEndedSignsInAndSavesWhatWasTyped() {
    willBeRefusedWith("401");
    Page page = visitor(DESK, withoutScript());
    ConsoleTest.signIn(page);
    typeAndLoseTheSession(page);

    ConsoleTest.press(page, "登录");
    assertThat(page.locator("h1")).hasText("接着做刚才的事");
    assertThat(page.locator(".again")).containsText("会话结束之前写好的副标题");
    ConsoleTest.press(page, "提交");

    assertThat(page.locator(".said-good")).containsText("已保存");
    assertThat(page.locator("[name=subtitle]")).hasValue("会话结束之前写好的副标题");
  }

  @Test
  void whatSomebodyChangedSinceIsTakenBackOnlyWhenAskedTwice() {
    Page page = visitor();
    ConsoleTest.signIn(page);
    page.navigate("/console/rules/new");
    page.locator("[name=items]").fill("c-1201");
    page.locator("[name=query]").fill("数据库");
    ConsoleTest.press(page, "发布");
    page.locator("a:text-is('修改')").first().click();
    page.locator("[name=query]").fill("数据表");
    ConsoleTest.press(page, "发布");
    page.navigate("/console/log");
    Locator published = page.locator(".entry:has-text('发布规则')");
    published.nth(1).getByRole(AriaRole.BUTTON).click();

    assertThat(page.locator("h1")).hasText("没有撤销");
    page.navigate("/console/rules");
    assertThat(page.locator("main")).containsText("数据表");

    page.navigate("/console/log");
    published.nth(1).getByRole(AriaRole.BUTTON).click();
    ConsoleTest.press(page, "盖掉后来的改动，仍然撤销");
    assertThat(page.locator(".said-good")).containsText("已撤销");
    assertThat(page.locator("main")).not().containsText("数据表");
  }
}
