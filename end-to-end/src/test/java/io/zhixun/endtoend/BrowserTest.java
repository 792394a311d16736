package io.zhixun.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/**
 * A test in a real browser, in front of a product of its own.
 *
 * <p>Where the machine has no Chromium the tests are skipped and say so; with {@code CI=true} in
 * the environment they fail, so that nobody takes silence for success. Whatever the browser
 * complains about on its console (scripts that throw, content that the security policy refuses)
 * fails the test that caused it. A picture of the last page of each test is kept in {@code
 * target/screenshots}.
 */
abstract class BrowserTest {
  /** Width and height of a window on a desk. */
  static final Window DESK = new Window(1280, 900, false);

  /** Width and height of a phone held upright. */
  static final Window PHONE = new Window(390, 844, true);

  /** How long a page may take before it counts as stuck; generous, since machines are shared. */
  private static final double PATIENCE_MILLIS = 90_000;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static Optional<Playwright> playwright = Optional.empty();
  private static Optional<Browser> browser = Optional.empty();
  private static Optional<ProductUnderTest> product = Optional.empty();

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final Set<String> refusals = new HashSet<>(Set.of("409", "422"));
  private String name = "";

  /** The part of a screen that a page has. */
  record Window(int width, int height, boolean touch) {}

  @BeforeAll
  static void startBrowserAndProduct() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    Optional<Path> chromium = Chromium.find(environment);
    if (chromium.isEmpty()) {
      String message = "no Chromium on the PATH: browser tests cannot run";
      if ("true".equals(environment.get("CI"))) {
        fail(message);
      }
      abort(message + " and are skipped");
    }
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright driver = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    playwright = Optional.of(driver);
    browser =
        Optional.of(
            driver
                .chromium()
                .launch(
                    new LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic"))));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    product = Optional.of(ProductUnderTest.start());
  }

  @AfterAll
  static void stopBrowserAndProduct() {
    browser.ifPresent(Browser::close);
    playwright.ifPresent(Playwright::close);
    product.ifPresent(ProductUnderTest::close);
    browser = Optional.empty();
    playwright = Optional.empty();
    product = Optional.empty();
  }

  @BeforeEach
  void rememberName(TestInfo test) {
    name = getClass().getSimpleName() + "." + test.getTestMethod().orElseThrow().getName();
  }

  @AfterEach
  void keepPicturesAndHearComplaints() {
    int number = 0;
    for (BrowserContext context : contexts) {
      for (Page page : context.pages()) {
        Path file = SCREENSHOTS.resolve(name + (number == 0 ? "" : "-" + number) + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        number++;
      }
      context.close();
    }
    assertEquals(List.of(), complaints, "the browser complained");
  }

  /** Says which answers beside those to forms this test asks for. */
  final void willBeRefusedWith(String... statuses) {
    refusals.addAll(List.of(statuses));
  }

  /** A new visitor with nothing remembered, on a desk. */
  Page visitor() {
    return visitor(DESK, new Browser.NewContextOptions());
  }

  /** A new visitor whose window is as given; other options as they come. */
  Page visitor(Window window, Browser.NewContextOptions options) {
    BrowserContext context =
        browser
            .orElseThrow()
            .newContext(
                options
                    .setBaseURL(product.orElseThrow().address())
                    .setLocale("zh-CN")
                    .setViewportSize(window.width(), window.height())
                    .setHasTouch(window.touch())
                    .setIsMobile(window.touch()));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // A form that is refused answers so, and the browser says it once more.
          boolean refused =
              message.text().matches(".* status of (" + String.join("|", refusals) + ") .*");
          if (!message.type().equals("log") && !refused) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    return page;
  }

  static Browser.NewContextOptions dark() {
    return new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK);
  }

  static Browser.NewContextOptions withoutScript() {
    return new Browser.NewContextOptions().setJavaScriptEnabled(false);
  }

  /** Becomes the first sample learner that the page offers, and gives the name. */
  static String becomeSomebody(Page page) {
    page.navigate("/me");
    String learner = page.locator(".people-form strong").first().innerText();
    page.locator(".people-form button").first().click();
    page.waitForLoadState();
    return learner;
  }
}
