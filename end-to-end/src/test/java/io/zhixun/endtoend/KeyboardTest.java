package io.zhixun.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The ways of learners and editors, walked without a mouse. */
class KeyboardTest extends BrowserTest {
  private static final int MOST_TABS = 150;

  /** Presses Tab until the element has the focus, as somebody does who has nothing else. */
  private static void tabTo(Page page, Locator wanted) {
    for (int tabs = 0; tabs < MOST_TABS; tabs++) {
      if ((Boolean) wanted.evaluate("e => e === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(MOST_TABS + " tabs do not reach " + wanted);
  }

  private static void press(Page page, Locator wanted) {
    tabTo(page, wanted);
    assertTrue(
        (Boolean)
            wanted.evaluate(
                "e => { const s = getComputedStyle(e); const a = getComputedStyle(e, '::after');"
                    + " return s.outlineStyle !== 'none' || a.outlineStyle !== 'none'; }"),
        "the focus can be seen on " + wanted);
    page.keyboard().press("Enter");
    page.waitForLoadState();
  }

  private static void becomeSomebodyByKeyboard(Page page) {
    page.navigate("/me");
    press(page, page.locator(".people-form button").first());
    assertThat(page.locator("h1")).not().hasText("访客");
  }

  @Test
  void aSuggestionIsChosenByArrowsAndAnItemOpened() {
    Page page = visitor();
    page.navigate("/");

    tabTo(page, page.locator("#q"));
    page.keyboard().type("机器");
    assertThat(page.locator("#suggestions a").first()).isVisible();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#suggestions a[aria-selected=true]")).hasCount(1);
    page.keyboard().press("Enter");

    page.waitForURL(Pattern.compile("/(search|items)"));
    page.navigate("/search?q=Python");
    String title = page.locator(".hit-title").first().innerText();
    press(page, page.locator(".hit-title a").first());
    assertThat(page.locator("h1")).hasText(title);
  }

  @Test
  void suggestionsAreClosedByEscapeAndNothingIsLost() {
    Page page = visitor();
    page.navigate("/");
    tabTo(page, page.locator("#q"));
    page.keyboard().type("机器");
    assertThat(page.locator("#suggestions")).isVisible();

    page.keyboard().press("Escape");

    assertThat(page.locator("#suggestions")).isHidden();
    assertThat(page.locator("#q")).hasValue("机器");
    assertThat(page.locator("#q")).isFocused();
  }

  @Test
  void aProposalIsRefusedAndTheReasonsAreRead() {
    Page page = visitor();
    becomeSomebodyByKeyboard(page);
    page.navigate("/");

    Locator card = page.locator(".card").first();
    press(page, card.locator(".no"));
    assertThat(card.locator(".answer")).isFocused();

    page.navigate("/search?q=Python");
    press(page, page.locator("text=显示排序依据"));
    Locator why = page.locator(".why").first();
    assertThat(why).hasAttribute("open", "");
    press(page, why.locator("summary"));
    assertEquals(false, why.evaluate("e => e.open"));
  }

  @Test
  void aTagIsLookedIntoAndDeleted() {
    Page page = visitor();
    becomeSomebodyByKeyboard(page);
    page.navigate("/me/data");
    Locator tag = page.locator(".own-tags > li").first();
    String name = tag.locator(".own-tag a").innerText();

    press(page, tag.locator("summary"));
    assertThat(tag.locator("details li").first()).isVisible();
    press(page, tag.getByRole(AriaRole.BUTTON));

    assertThat(page.locator(".note-good")).containsText("标签已删除");
    assertThat(page.locator(".own-hidden")).containsText(name);
  }

  private Page editorByKeyboard() {
    Page page = visitor();
    page.navigate("/console");
    press(page, page.getByRole(AriaRole.BUTTON, named("登录")));
    assertThat(page.locator("h1")).hasText("内容");
    return page;
  }

  @Test
  void anEditorSignsInAndGoesAbout() {
    Page page = editorByKeyboard();

    press(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("规则")).first());

    assertThat(page.locator("h1")).hasText("规则");
  }

  @Test
  void anEditorWorksThroughADayByKeyboard() {
    Page page = editorByKeyboard();

    page.navigate("/console/items/c-1202");
    type(page, page.locator("[name=subtitle]"), "只用键盘写的副标题");
    press(page, page.getByRole(AriaRole.BUTTON, named("保存")));
    assertThat(page.locator(".said-good")).containsText("已保存");

    page.navigate("/console/words");
    type(page, page.locator("#synonym"), "键盘侠 => Python");
    press(page, page.getByRole(AriaRole.BUTTON, named("添加同义词")));
    assertThat(page.locator(".terms").first()).containsText("键盘侠");

    page.navigate("/console/rules/new");
    type(page, page.locator("[name=items]"), "c-1202");
    type(page, page.locator("[name=query]"), "键盘");
    press(page, page.getByRole(AriaRole.BUTTON, named("预览")));
    assertThat(page.locator("[aria-label=预览]")).isVisible();
    press(page, page.getByRole(AriaRole.BUTTON, named("发布")));
    assertThat(page.locator(".said-good")).containsText("规则已发布");

    page.navigate("/console/log");
    press(page, page.locator(".entry:has-text('键盘侠')").getByRole(AriaRole.BUTTON));
    assertThat(page.locator(".said-good")).containsText("已撤销");
    assertThat(page.locator("main")).not().containsText("键盘侠");
  }

  private static void type(Page page, Locator field, String text) {
    tabTo(page, field);
    page.keyboard().press("Control+A");
    page.keyboard().type(text);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
