package io.zhixun.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** My data, as a learner uses it: on a phone, and without script. */
class OwnDataTest extends BrowserTest {
  /** Becomes another sample learner than the other tests are, since this one is erased. */
  private static void becomeTheLast(Page page) {
    page.navigate("/me");
    Locator people = page.locator(".people-form li button");
    people.nth(people.count() - 2).click();
    page.waitForLoadState();
  }

  @Test
  void onAPhoneDataIsSeenAndTakenAlong() throws IOException {
    Page page = visitor(PHONE, new Browser.NewContextOptions());
    becomeSomebody(page);
    page.navigate("/me");
    page.locator("main a[href='/me/data']").first().tap();
    assertThat(page.locator("h1")).hasText("我的数据");

    Download file = page.waitForDownload(() -> page.locator("a[href='/me/export']").tap());

    List<String> lines = Files.readAllLines(file.path());
    assertTrue(lines.size() > 2 && lines.getFirst().startsWith("{\"id\":"), lines.toString());
    page.locator("a[href='/me/history']").tap();
    assertThat(page.locator(".deeds li").first()).isVisible();
    Locator first = page.locator(".deeds li").first();
    String id = first.locator("button").getAttribute("value");
    first.locator("button").tap();
    assertThat(page.locator(".note-good")).containsText("这条记录已删除");
    assertThat(page.locator(".deeds button[value='" + id + "']")).hasCount(0);
  }

  @Test
  void withoutScriptPersonalisationIsSwitchedAndEverythingErased() {
    Page page = visitor(DESK, withoutScript());
    becomeTheLast(page);
    page.navigate("/me/data");
    page.locator("button[name=personalise]").click();
    assertThat(page.locator("h2 .state").first()).hasText("已关闭");
    page.locator("button[name=personalise]").click();
    assertThat(page.locator("h2 .state").first()).hasText("已开启");

    page.locator("a[href='/me/erase']").click();
    page.locator("input[name=sure]").check();
    page.locator(".erase button").click();

    assertThat(page.locator("h1")).hasText("数据已清除");
    assertThat(page.locator(".receipt code")).not().isEmpty();
    becomeTheLast(page);
    page.navigate("/me/history");
    assertThat(page.locator(".empty")).containsText("还没有记录");
  }
}
