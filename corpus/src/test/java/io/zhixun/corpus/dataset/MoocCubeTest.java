package io.zhixun.corpus.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.check.Problem.Code;
import io.zhixun.corpus.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoocCubeTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "《音乐漫步》课程，并非音乐专业之课程, 音乐漫步",
    "清华大学《地质学与工程地质》主要内容包括：, 地质学与工程地质",
    "'  课程主要内容包括：朝鲜、俄罗斯', 课程主要内容包括",
    "！？高等数学课程是基础。, 高等数学课程是基础",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十多出来的," + " 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    "学科教学方法与实践；一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十《太晚了》, 学科教学方法与实践"
  })
  void theTitleIsFoundInTheIntroduction(String intro, String title) {
    assertEquals(title, MoocCube.title(intro));
  }

  @Test
  void aCourseHasItsTeachersAsAuthorsAndItsSchoolAsCategory() throws IOException {
    write(
        "catalogue.jsonl",
        """
        {"id": "C_course-v1:X+1+2019_T1", "intro": " 《实用绳结技术》是一门课。\\u0007好", "teachers": ["戚发勇"], "schools": ["dlmu"]}
        """);

    Item course = read().item("C_course-v1:X+1+2019_T1");

    assertEquals("实用绳结技术", course.text().title());
    assertEquals(Optional.of("《实用绳结技术》是一门课。 好"), course.text().summary());
    assertEquals(List.of("戚发勇"), course.text().authors());
    assertEquals(List.of("dlmu"), course.text().category());
    assertEquals(Item.Format.COURSE, course.format());
    assertEquals(Item.Access.FREE, course.offer().access());
    assertEquals(Optional.empty(), course.workId());
  }

  @Test
  void runsThatBeginAlikeAreOneWork() throws IOException {
    String beginning = "数".repeat(60);
    write(
        "catalogue.jsonl",
        course("run-1", beginning + "春")
            + course("other", "另一门课程，没有别的开课")
            + course("run-2", beginning + "秋"));

    Collected read = read();

    assertEquals(Optional.of("run-1"), read.item("run-1").workId());
    assertEquals(Optional.of("run-1"), read.item("run-2").workId());
    assertEquals(Optional.empty(), read.item("other").workId());
  }

  @Test
  void enrolmentsBecomePurchasesInTheOrderOfTheFileAndOnceEach() throws IOException {
    write("interactions.tsv", "u1\tc1\nu1\tc2\n\nu1\tc1\nu2\tc1\nu2\nu 3\tc1\n");

    Collected read = read();

    assertEquals(
        List.of("mooccube-1", "mooccube-2", "mooccube-3"),
        read.events().stream().map(Event::id).toList());
    assertEquals(
        List.of(1L, 2L, 3L),
        read.events().stream()
            .map(event -> event.at().toEpochMilli() - Enrolments.EPOCH.toEpochMilli())
            .toList());
    assertTrue(read.events().stream().allMatch(Event.Purchase.class::isInstance));
    assertEquals(
        List.of(Code.MALFORMED, Code.BAD_ID),
        read.problems().stream().map(problem -> problem.problem().code()).toList());
    assertEquals(6, read.problems().getFirst().line());
  }

  @Test
  void thePublishedDataIsReadWhole() {
    Path published = SharedData.path("catalogue/mooccube");

    Collected read = Collected.of(Dataset.Source.MOOCCUBE.open(List.of(published))).keepsTheRules();

    assertEquals(List.of(), read.problems());
    assertEquals(706, read.items().size());
    assertEquals(45_386, read.events().size());
    assertEquals(2_000, new HashSet<>(read.events().stream().map(Event::actor).toList()).size());
    assertTrue(read.items().stream().filter(item -> item.workId().isPresent()).count() > 200);
    for (int i = 1; i < read.events().size(); i++) {
      assertTrue(read.events().get(i - 1).at().isBefore(read.events().get(i).at()));
    }
  }

  private static String course(String id, String intro) {
    return "{\"id\":\"" + id + "\",\"intro\":\"" + intro + "\",\"teachers\":[],\"schools\":[]}\n";
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private Collected read() {
    return Collected.of(Dataset.Source.MOOCCUBE.open(List.of(folder))).keepsTheRules();
  }
}
