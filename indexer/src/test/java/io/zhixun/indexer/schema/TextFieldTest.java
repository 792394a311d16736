package io.zhixun.indexer.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.Item;
import io.zhixun.indexer.Items;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFieldTest {
  @Test
  void whatTheSummaryRepeatsIsThereOnce() {
    Item item = item("心理学", "《心理学》是一门讲人的课，由王伟、李静主讲。", List.of("王伟", "李静"), List.of("科学"));

    List<String> together = TextField.ANYWHERE.values(item);

    assertEquals(List.of("《心理学》是一门讲人的课，由王伟、李静主讲。", "李静", "科学"), together);
  }

  @Test
  void aTitleThatTheSummaryHoldsOnlyWithinOtherWordsStays() {
    Item item = item("心理学", "积极心理学家讲课。", List.of(), List.of());

    assertEquals(List.of("心理学", "积极心理学家讲课。"), TextField.ANYWHERE.values(item));
  }

  @Test
  void withoutASummaryAllTextsAreThere() {
    Item item =
        Items.of("{'id':'b','format':'EBOOK','title':'红楼梦','authors':['曹雪芹'],'tags':['红楼梦']}");

    assertEquals(List.of("红楼梦", "曹雪芹", "红楼梦"), TextField.ANYWHERE.values(item));
  }

  private static Item item(String title, String summary, List<String> authors, List<String> tags) {
    return Items.of(
        "{'id':'c','format':'COURSE','title':'%s','summary':'%s','authors':[%s],'tags':[%s]}"
            .formatted(title, summary, quoted(authors), quoted(tags)));
  }

  private static String quoted(List<String> values) {
    return String.join(",", values.stream().map(value -> "'" + value + "'").toList());
  }
}
