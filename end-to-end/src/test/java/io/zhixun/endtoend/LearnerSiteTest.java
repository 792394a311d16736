package io.zhixun.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The learner's site, walked as a person would. */
class LearnerSiteTest extends BrowserTest {
  @Test
  void aVisitorSearchesNarrowsAndOpensAnItem() {
    Page page = visitor();
    page.navigate("/");

    page.getByRole(AriaRole.COMBOBOX).fill("Python");
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText("Python");
    assertThat(page.locator(".hit mark").first())
        .hasText(Pattern.compile("python", Pattern.CASE_INSENSITIVE));

    page.locator(".facet a").first().click();
    assertThat(page.locator(".chosen a").first()).isVisible();

    String title = page.locator(".hit-title").first().innerText();
    page.locator(".hit-title a").first().click();
    assertThat(page.locator("h1")).hasText(title);
    assertThat(page.locator(".outline li").first()).isVisible();
  }

  @Test
  void anAddressCanBeSharedAndTheWayBackWorks() {
    Page page = visitor();
    page.navigate("/search?q=Python&format=COURSE&sort=newest");
    List<String> titles = page.locator(".hit-title").allInnerTexts();

    page.locator(".hit-title a").first().click();
    page.goBack();

    assertEquals(titles, page.locator(".hit-title").allInnerTexts());
    Page other = visitor();
    other.navigate(page.url());
    assertEquals(titles, other.locator(".hit-title").allInnerTexts());
  }

  @Test
  void theKeyboardAloneIsEnough() {
    Page page = visitor();
    page.navigate("/how-ranking-works");

    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).isFocused();
    page.keyboard().press("Control+k");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type("Python");
    page.keyboard().press("Enter");
    page.waitForURL("**/search**");
    page.locator(".hit-title a").first().focus();
    page.keyboard().press("Enter");

    page.waitForURL("**/items/**");
    assertThat(page.locator("h1")).isVisible();
  }

  @Test
  void beingSomebodyChangesTheFirstPage() {
    Page page = visitor();
    page.navigate("/");
    List<String> before = page.locator(".card-title").allInnerTexts();

    page.locator(".me").click();
    Locator first = page.locator("#chooser .people button").first();
    String name = first.locator("strong").innerText();
    first.click();

    assertThat(page.locator("h1")).containsText(name);
    assertThat(page.locator(".reason-personal").first()).isVisible();
    assertNotEquals(before, page.locator(".card-title").allInnerTexts());
  }

  @Test
  void whatIsNotInterestingGoesWithoutAReload() {
    Page page = visitor();
    becomeSomebody(page);
    page.navigate("/");
    page.evaluate("window.stillHere = true");
    Locator card = page.locator("#s-for-you ~ .grid .card").first();
    String title = card.locator(".card-title").innerText();

    card.hover();
    card.locator(".no").click();

    assertThat(card.locator(".answer")).containsText("以后少推荐");
    assertThat(card.locator(".answer")).isFocused();
    assertEquals(true, page.evaluate("window.stillHere"));
    page.reload();
    assertTrue(!page.locator("#s-for-you ~ .grid .card-title").allInnerTexts().contains(title));
  }

  @Test
  void moreResultsComeInPlaceAndReadingGoesOnAtTheFirstOfThem() {
    Page page = visitor();
    page.navigate("/search");
    int before = page.locator(".hit").count();

    page.locator("#more a").click();

    assertThat(page.locator(".hit").nth(before)).isVisible();
    assertThat(page.locator(".hit").nth(before).locator("h2 a")).isFocused();
    assertEquals(1, page.locator("#more").count());
    long distinct =
        page.locator(".hit").all().stream().map(hit -> hit.getAttribute("id")).distinct().count();
    assertEquals(page.locator(".hit").count(), distinct);
  }

  @Test
  void anItemIsKeptAsFavourite() {
    Page page = visitor();
    becomeSomebody(page);
    page.navigate("/search?q=Python");
    page.locator(".hit-title a").nth(1).click();

    Locator favourite = page.locator(".actions button[name=favourite]");
    String title = page.locator("h1").innerText();
    if (favourite.count() > 0) {
      favourite.click();
      assertThat(page.locator(".done")).hasText("已收藏");
    }

    page.navigate("/me");
    assertThat(page.locator(".history").first()).containsText(title);
  }

  @Test
  void findingNothingLeadsOn() {
    Page page = visitor();
    page.navigate("/search?q=龘靐齉爩");

    assertThat(page.locator("h1")).containsText("没有找到");
    assertThat(page.locator(".card").first()).isVisible();
  }

  @Test
  void whyAnItemIsWhereItIsCanBeSeen() {
    Page page = visitor();
    page.navigate("/search?q=Python");

    page.locator("text=显示排序依据").click();

    assertThat(page.locator(".hit .parts").first()).isVisible();
    assertThat(page.locator(".hit .parts").first()).containsText("与搜索词的匹配程度");
  }

  @Test
  void withoutScriptEverythingCanBeReadAndSaid() {
    Page page = visitor(DESK, withoutScript());
    becomeSomebody(page);
    page.navigate("/search");

    page.locator("#more a").click();
    assertThat(page.locator("text=回到第一页")).isVisible();
    page.locator(".hit-title a").first().click();
    page.locator(".actions button[name=not_interested]").click();

    assertThat(page.locator(".actions")).containsText("已标记不感兴趣");
  }

  @Test
  void withoutScriptEveryPageIsWholeAndLeadsOn() {
    Page page = visitor(PHONE, withoutScript());
    becomeSomebody(page);
    for (String path :
        List.of(
            "/",
            "/search",
            "/search?q=Python&format=COURSE&explain=1",
            "/items/c-1201",
            "/me",
            "/me/data",
            "/me/history",
            "/me/erase",
            "/how-ranking-works")) {
      assertEquals(200, page.navigate(path).status(), path);
      assertThat(page.locator("h1")).hasCount(1);
      assertThat(page.locator("main :is(a, button):visible").first()).isVisible();
      assertThat(page.locator("#q")).isVisible();
    }
    page.navigate("/search?q=Python");
    page.locator(".filters-open").click();
    assertThat(page.locator("#filters .facet").first()).isVisible();
    page.navigate("/search");
    page.locator("#more a").click();
    assertThat(page.locator(".hit")).not().hasCount(0);
    page.navigate("/me/data");
    page.locator(".own-tags button").first().click();
    assertThat(page.locator(".note-good")).containsText("标签已删除");
  }

  @Test
  void filtersOpenOnAPhone() {
    Page page = visitor(PHONE, new Browser.NewContextOptions());
    page.navigate("/search?q=Python");
    assertThat(page.locator("#filters")).isHidden();

    page.locator(".filters-open").tap();

    assertThat(page.locator("#filters")).isVisible();
    page.locator("#filters .facet a").first().tap();
    assertThat(page.locator(".chosen")).isVisible();
  }

  @Test
  void whatIsNotThereIsSaidInWordsToPeopleAndInJsonToPrograms() {
    Page page = visitor();

    var people =
        page.request().get("/nowhere", RequestOptions.create().setHeader("Accept", "text/html"));
    var programs = page.request().get("/v1/nowhere");

    assertEquals(404, people.status());
    assertTrue(people.text().contains("这一页不在书架上"));
    assertEquals(404, programs.status());
    assertTrue(programs.headers().get("content-type").startsWith("application/problem+json"));
  }
}
