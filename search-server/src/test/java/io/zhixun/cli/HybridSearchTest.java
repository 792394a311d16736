package io.zhixun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.config.Dictionaries;
import io.zhixun.config.SettingsFile;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.Item;
import io.zhixun.search.measure.JudgedQueries;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HybridSearchTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void whatMostHitsAreAboutOrdersTheOthers() throws IOException {
    List<Item> items =
        texts(
            "a\t苹果树的修剪\t果园里怎样给苹果树剪枝、施肥",
            "b\t苹果种植技术\t果树栽培、嫁接与病虫害防治",
            "c\t苹果园的管理\t果农怎样灌溉、疏花疏果和采收",
            "d\t苹果手机技巧\t手机的设置、拍照与应用程序",
            "e\t苹果的储藏术\t水果采收之后怎样保鲜",
            "f\t苹果品种图谱\t果树的新品种、产地与口味",
            "g\t苹果病虫防治\t果园里常见的虫害和农药用法");

    List<String> alone = order(items, "苹果", "semantic.weight=0.9", "semantic.feedback.hits=0");
    List<String> moved = order(items, "苹果", "semantic.weight=0.9", "semantic.feedback.weight=3");

    assertTrue(alone.indexOf("e") < alone.indexOf("b"), alone.toString());
    assertTrue(moved.indexOf("e") > moved.indexOf("b"), moved.toString()); // growing, not keeping
    assertEquals(alone.stream().sorted().toList(), moved.stream().sorted().toList());
  }

  @Test
  void aColonInsideAQueryLeavesMeaningToSayItsPart() throws IOException {
    List<Item> items = texts("a\t失眠的自我调节\t夜里醒来之后怎么办", "b\t红烧肉\t家常菜", "c\t书目：古籍\t版本与校勘");

    List<String> found = order(items, "书单：睡不着的晚上");

    assertTrue(found.contains("a"), found.toString());
  }

  private List<Item> texts(String... lines) throws IOException {
    Path file = folder.resolve("corpus.tsv");
    Files.write(file, List.of(lines));
    return JudgedQueries.texts(file);
  }

  private List<String> order(List<Item> items, String query, String... overrides) {
    Settings settings = Settings.of(SettingsFile.shipped().with(List.of(overrides)));
    try (MeasuredProduct product =
        MeasuredProduct.of(
            settings,
            Dictionaries.shipped(),
            Optional.of(folder.resolve("vectors.bin")),
            MeasuredProduct.changes(items),
            NOW)) {
      Requests.Audience nobody =
          new Requests.Audience(Optional.empty(), OptionalDouble.empty(), Context.UNKNOWN, false);
      Answers.Search result =
          product.discovery().search(Requests.Search.first(query, 10, nobody), NOW);
      return result.hits().stream().map(hit -> hit.item().id().value()).toList();
    }
  }
}
