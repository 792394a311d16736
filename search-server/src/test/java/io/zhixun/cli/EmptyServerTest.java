package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.config.Dictionaries;
import io.zhixun.config.SettingsFile;
import io.zhixun.server.DemoServer;
import io.zhixun.server.access.Access;
import io.zhixun.server.console.Desks;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on the first day: nothing is sold yet, and nobody has done anything. */
class EmptyServerTest {
  private static final InstantSource CLOCK = InstantSource.fixed(DemoServer.NOW);

  @TempDir private Path folder;
  private Optional<Product> product = Optional.empty();
  private Desks browser;

  private void start(boolean indexed) {
    Settings settings = Settings.of(SettingsFile.shipped().with(List.of("text.enabled=false")));
    DataFolder data = new DataFolder(folder);
    Product.Base base =
        new Product.Base(
            Product.openStore(data, settings, CLOCK), data, settings, Dictionaries.shipped());
    if (indexed) {
      SnapshotMaker.quick(base, CLOCK).makeAndPublish();
    }
    Product.Audience audience =
        new Product.Audience(
            settings.server().withPort(0).withMode(Access.Mode.OPEN_ON_LOOPBACK),
            List.of(),
            List.of(),
            Optional.of(DemoAccount.ready(base.store(), new Random(7))));
    Product served = Product.serve(base, audience, CLOCK);
    product = Optional.of(served);
    browser = new Desks(served.address());
  }

  @AfterEach
  void stop() {
    product.ifPresent(Product::close);
  }

  private void says(String path, int status, String... sentences) {
    Desks.Seen seen = browser.get(path);
    assertEquals(status, seen.status(), path);
    for (String sentence : sentences) {
      assertTrue(seen.says(sentence), path + " must say " + sentence + ": " + seen.body());
    }
  }

  @Test
  void learnersAreToldThatTheShelvesAreEmptyAndNotToSearchInOtherWords() {
    start(true);

    says("/", 200, "书架还是空的", "课程、电子书");
    assertFalse(browser.get("/").says("0 门"));
    says("/search", 200, "书架还是空的", "href=\"/\"");
    assertFalse(browser.get("/search").says("换个说法"));
    says("/search?q=Python", 200, "换个说法试试");
    says("/me", 200, "访客没有学习记录", "href=\"/how-ranking-works\"");
    says("/me/data", 200, "这里没有关于你的数据", "href=\"/how-ranking-works\"");
  }

  @Test
  void editorsAreToldWhatToBeginWith() {
    start(true);
    browser.signInAsShown();

    Map.of(
            "/console/items", "还没有内容",
            "/console/items?status=DRAFT", "没有符合这个形式和状态的内容",
            "/console/quality", "还没有内容可以检查",
            "/console/analytics", "这段时间还没有记录",
            "/console/queue", "没有要处理的",
            "/console/rules", "还没有规则",
            "/console/words", "还没有添加过",
            "/console/explain?q=x", "没有结果",
            "/console/log", "登录")
        .forEach((path, words) -> says(path, 200, words));
    assertFalse(browser.get("/console/explain?q=x").says("前十位来自"));
  }

  @Test
  void withoutAnIndexEverybodyIsToldWhatItMeansForThem() {
    start(false);
    browser.signInAsShown();

    says("/", 503, "书架正在布置", "再试一次");
    says(
        "/console/items",
        503,
        "还没有可用的索引",
        "href=\"/console/import\"",
        "href=\"/console/reindex\"",
        "操作记录");
    says("/console/reindex", 200, "还没有快照");
    says("/console/rules/new", 200, "新规则");
  }

  @Test
  void whatWasSearchedAndNeverShownIsCountedWithoutAPageOfEmptyCharts() {
    start(true);
    browser.signInAsShown();
    browser.get("/search?q=Python");

    says("/console/analytics", 200, "Python", "所以没有可以统计的");
    assertFalse(browser.get("/console/analytics").says("按形式"));
  }
}
