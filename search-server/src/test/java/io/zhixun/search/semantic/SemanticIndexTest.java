package io.zhixun.search.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.indexer.text.TextSettings;
import io.zhixun.search.semantic.Nearest.Why;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SemanticIndexTest {
  private static final List<String> TITLES =
      List.of("机器学习入门", "失眠的自我调节", "红烧肉与家常菜", "家庭理财第一课", "深度学习实战", "论语精读");
  private static final SemanticSettings SETTINGS =
      new SemanticSettings(
          0.2, 0.2, 0.2, 3, 5, 100, Duration.ofSeconds(30), new SemanticSettings.Feedback(2, 1));

  @TempDir private Path folder;
  private Encoding encoding;
  private SemanticIndex index;

  @BeforeEach
  void build() throws ExecutionException, InterruptedException, TimeoutException {
    encoding = Encoding.start(TextSettings.DEFAULTS, folder.resolve("vectors.bin"));
    index = index(encoding, SETTINGS);
  }

  private static SemanticIndex index(Encoding encoding, SemanticSettings settings)
      throws ExecutionException, InterruptedException, TimeoutException {
    SemanticIndex index = new SemanticIndex(encoding, settings, UnaryOperator.identity());
    index
        .build(
            taker -> {
              for (int row = 0; row < TITLES.size(); row++) {
                taker.accept(item(TITLES.get(row)), row);
              }
            })
        .get(60, TimeUnit.SECONDS);
    return index;
  }

  @AfterEach
  void close() {
    index.close();
    encoding.close();
  }

  private static Item item(String title) {
    String line = "{'id':'a','format':'COURSE','title':'%s'}".formatted(title).replace('\'', '"');
    return StrictJson.read(line).then(ItemCheck::read).valid().orElseThrow();
  }

  private List<Integer> near(String query) {
    Nearest.Items items = assertInstanceOf(Nearest.Items.class, index.near(query));
    return items.items().stream().map(Near::row).toList();
  }

  private void untilEncoded() throws ExecutionException, InterruptedException, TimeoutException {
    encoding.later(() -> {}).get(30, TimeUnit.SECONDS);
  }

  @Test
  void whatIsMeantIsFoundWithoutOneWordInCommon() {
    assertEquals(1, near("晚上睡不着怎么办").getFirst());
    assertEquals(3, near("工资怎么存起来").getFirst());
    assertEquals(2, near("做饭").getFirst());
  }

  @Test
  void asManyAreComparedAsTheSettingsSayNearestFirst() {
    Nearest.Items items = assertInstanceOf(Nearest.Items.class, index.near("孔子"));

    assertEquals(5, items.items().size());
    for (int i = 1; i < items.items().size(); i++) {
      assertTrue(items.items().get(i - 1).cosine() >= items.items().get(i).cosine());
    }
  }

  @Test
  void anEditedItemIsFoundByItsNewMeaningAlone()
      throws ExecutionException, InterruptedException, TimeoutException {
    index.put(item("天文观测指南"), 1);
    index.put(item("猫咪饲养手册"), 9);
    untilEncoded();

    assertEquals(1, near("看星星").getFirst());
    assertEquals(9, near("养宠物").getFirst());
    assertFalse(near("失眠").getFirst().equals(1));
  }

  @Test
  void aRemovedItemThatWasEditedIsGone()
      throws ExecutionException, InterruptedException, TimeoutException {
    index.put(item("天文观测指南"), 9);
    untilEncoded();

    index.remove(9);

    assertFalse(near("看星星").contains(9));
  }

  @Test
  void likeOneItemAreOthersOfItsSubject() {
    assertEquals(4, index.like(0, 2).getFirst().row());
    assertTrue(index.like(0, 10).stream().noneMatch(near -> near.row() == 0));
    assertEquals(List.of(), index.like(77, 3));
  }

  @Test
  void vectorsAreMadeOnceAndReadAfterwards()
      throws ExecutionException, InterruptedException, TimeoutException, java.io.IOException {
    List<Integer> before = near("理财");
    encoding.close();
    long size = Files.size(folder.resolve("vectors.bin"));

    encoding = Encoding.start(TextSettings.DEFAULTS, folder.resolve("vectors.bin"));
    index = index(encoding, SETTINGS);

    assertEquals(before, near("理财"));
    assertEquals(size, Files.size(folder.resolve("vectors.bin")));
  }

  @Test
  void aCatalogueThatIsTooLargeAndAnEncoderThatIsOffAreSaid()
      throws ExecutionException, InterruptedException, TimeoutException {
    SemanticSettings few =
        new SemanticSettings(0.2, 0.2, 0.2, 3, 5, 4, Duration.ofSeconds(1), SETTINGS.feedback());

    assertEquals(new Nearest.Missing(Why.SOURCE_OFF), index(encoding, few).near("理财"));
    try (Encoding off = Encoding.start(new TextSettings(false, 150, 1), folder.resolve("off"))) {
      assertEquals(new Nearest.Missing(Why.SOURCE_OFF), index(off, SETTINGS).near("理财"));
      assertTrue(off.problem(Duration.ofSeconds(1)).isPresent());
      assertEquals(Optional.empty(), encoding.problem(Duration.ofSeconds(1)));
    }
  }

  @Test
  void nothingIsFoundBeforeTheCatalogueIsThere() {
    SemanticIndex fresh = new SemanticIndex(encoding, SETTINGS, UnaryOperator.identity());

    assertEquals(new Nearest.Missing(Why.NOT_YET_THERE), fresh.near("理财"));
    assertEquals(new Nearest.Missing(Why.SOURCE_OFF), SemanticIndex.none().near("理财"));
  }

  @Test
  void fusionIsAWeightedSumOfSharesAndOfPlacesBetweenTheNearest() {
    List<Near> nearest = List.of(new Near(1, 0.9f), new Near(2, 0.6f), new Near(3, 0.5f));
    Fusion fusion = new Fusion(0.25, nearest, 8);

    assertEquals(0.75 * 0.5 + 0.25, fusion.score(4, 1), 1e-6);
    assertEquals(0.75, fusion.score(8, 7), 1e-6);
    assertEquals(0.25 * 0.25, fusion.score(0, 2), 1e-6);
    assertEquals(0, new Fusion(0.25, List.of(), 0).score(0, 1), 1e-6);
  }

  @Test
  void whatWasFoundFirstMovesWhatIsMeant() {
    List<Near> alone = assertInstanceOf(Nearest.Items.class, index.near("入门课")).items();

    List<Near> moved = index.near("入门课", List.of(2)).orElseThrow();

    assertEquals(2, moved.getFirst().row());
    assertTrue(cosine(moved, 2) > cosine(alone, 2));
    assertEquals(5, moved.size());
  }

  @Test
  void aQueryIsMovedByNothingThatHasNoVectors() {
    assertEquals(Optional.empty(), index.near("入门课", List.of()));
    assertEquals(Optional.empty(), index.near("入门课", List.of(77)));
    assertEquals(Optional.empty(), SemanticIndex.none().near("入门课", List.of(2)));
  }

  private static float cosine(List<Near> nearest, int row) {
    return nearest.stream().filter(near -> near.row() == row).findFirst().orElseThrow().cosine();
  }

  @Test
  void theMoreIsTypedTheLessMeaningWeighs() {
    SemanticSettings settings =
        new SemanticSettings(0.2, 0.4, 0.1, 3, 5, 100, Duration.ofSeconds(1), SETTINGS.feedback());

    assertEquals(0.4, settings.weight(0), 1e-9);
    assertEquals(0.4, settings.weight(8), 1e-9);
    assertEquals(0.25, settings.weight(16), 1e-9);
    assertTrue(settings.weight(200) > 0.1 && settings.weight(200) < 0.12);
  }
}
