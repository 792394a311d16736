package io.zhixun.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must hold for every page of the learner's site, in every window and light. */
class PageQualityTest extends BrowserTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/search?q=Python&format=COURSE&explain=1",
          "/search?q=完全不可能存在的词组组合",
          "/search?q=睡不着",
          "/me",
          "/me/data",
          "/me/history?all=1",
          "/me/erase",
          "/how-ranking-works");

  private static final String SERIOUS =
      """
      async () => {
        const result = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']});
        return result.violations.map(v => v.impact + ' ' + v.id + ': '
            + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.failureSummary).join(' | '));
      }
      """;

  @Test
  void noPageHasBarriersInTheLight() {
    assertEquals(List.of(), barriers(visitor()));
  }

  @Test
  void noPageHasBarriersInTheDark() {
    assertEquals(List.of(), barriers(visitor(DESK, dark())));
  }

  @Test
  void noPageHasBarriersOnAPhone() {
    assertEquals(List.of(), barriers(visitor(PHONE, new Browser.NewContextOptions())));
  }

  @Test
  void noPageHasBarriersOnAPhoneInTheDark() {
    assertEquals(List.of(), barriers(visitor(PHONE, dark())));
  }

  @Test
  void everyPageIsKeptAsAPictureInEveryWindowAndLight() {
    for (Window window : List.of(PHONE, DESK)) {
      for (Browser.NewContextOptions light : List.of(new Browser.NewContextOptions(), dark())) {
        Page page = visitor(window, light);
        String kind = window.width() + (light.colorScheme == null ? "" : "-dark");
        page.navigate("/");
        keep(page, "guest-home", kind);
        page.navigate("/me");
        keep(page, "guest-me", kind);
        becomeSomebody(page);
        for (String path : pages(page)) {
          page.navigate(path);
          keep(page, path, kind);
        }
      }
    }
  }

  /** Keeps a picture of the whole page, to be looked at. */
  static void keep(Page page, String name, String kind) {
    String file = name.replaceAll("[^a-zA-Z0-9\\u4e00-\\u9fff-]+", "_") + "-" + kind + ".png";
    page.evaluate("for (const image of document.images) image.loading = 'eager'");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "pages", file))
            .setFullPage(true));
  }

  @Test
  void noPageIsWiderThanItsWindow() {
    for (Window window : List.of(new Window(320, 640, true), PHONE, DESK)) {
      Page page = visitor(window, new Browser.NewContextOptions());
      becomeSomebody(page);
      for (String path : pages(page)) {
        page.navigate(path);
        int width = (Integer) page.evaluate("document.documentElement.scrollWidth");

        assertTrue(width <= window.width(), path + " is " + width + " wide in " + window);
      }
    }
  }

  @Test
  void nothingMovesWhileAPageLoads() {
    Page page = visitor();
    page.addInitScript(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => {"
            + " window.shift += e.value; })).observe({type: 'layout-shift', buffered: true});");
    for (String path : pages(page)) {
      page.navigate(path);
      page.waitForLoadState(LoadState.NETWORKIDLE);
      double shift = ((Number) page.evaluate("window.shift")).doubleValue();

      assertTrue(shift < 0.02, path + " shifts by " + shift);
    }
  }

  @Test
  void everyCoverIsAPictureThatTheBrowserCanShow() {
    Page page = visitor();
    page.navigate("/search");

    Object broken =
        page.evaluate(
            "async () => { const bad = []; for (const i of document.images) { i.loading = 'eager';"
                + " try { await i.decode(); } catch (e) { bad.push(i.src); } } return bad; }");

    assertEquals(List.of(), broken);
  }

  /** The pages, and one of an item. */
  private static List<String> pages(Page page) {
    page.navigate("/search?q=Python");
    List<String> pages = new ArrayList<>(PAGES);
    pages.add(page.locator(".hit-title a").first().getAttribute("href"));
    return pages;
  }

  private static List<String> barriers(Page page) {
    becomeSomebody(page);
    List<String> barriers = new ArrayList<>();
    for (String path : pages(page)) {
      page.navigate(path);
      barriers.addAll(barriersOf(page, path));
    }
    return barriers;
  }

  /** What axe-core says of the page that is open. */
  static List<String> barriersOf(Page page, String path) {
    page.evaluate(axe());
    List<String> barriers = new ArrayList<>();
    for (Object barrier : (List<?>) page.evaluate(SERIOUS)) {
      barriers.add(path + " " + barrier);
    }
    return barriers;
  }

  private static String axe() {
    try (InputStream in = PageQualityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
