package io.zhixun.corpus.jsonl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.Item.Format;
import io.zhixun.corpus.ItemId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FieldsTest {
  @Test
  void aTreePrintsTheTextThatIsMadeAtOnce() {
    TreeFields tree = new TreeFields();
    TextFields text = new TextFields();

    fill(tree);
    fill(text);

    assertEquals(tree.object().toString(), text.text());
  }

  @Test
  void everyCharacterIsWrittenAlike() {
    for (int letter = 0; letter <= Character.MAX_VALUE; letter++) {
      String value = "a" + (char) letter + "b";
      TreeFields tree = new TreeFields();

      tree.put("text", value);

      assertEquals(
          tree.object().toString(), ((TextFields) new TextFields().put("text", value)).text());
    }
  }

  @Test
  void nothingMakesAnEmptyObject() {
    TextFields nothing = new TextFields();

    nothing.put("absent", Optional.empty()).put("none", List.of()).object("inner", _ -> {});

    assertEquals("{}", nothing.text());
  }

  private static void fill(Fields fields) {
    fields
        .object("nothing", _ -> {})
        .put("text", "\"机\\器\"\n{")
        .object("inner", inner -> inner.put("hour", OptionalInt.of(7)).object("deep", _ -> {}))
        .put("int", Integer.MIN_VALUE)
        .put("long", Long.MAX_VALUE)
        .put("double", OptionalDouble.of(1e-7))
        .put("price", OptionalLong.of(0))
        .put("absent", Optional.empty())
        .putIfTrue("is", true)
        .putIfTrue("is not", false)
        .put("none", List.of())
        .put("numbers", List.of(1, 2))
        .put("formats", List.of(Format.COURSE))
        .put("ids", List.of(new ItemId("a+b:\""), new ItemId("课")))
        .objects("items", List.of("a", "b"), (value, entry) -> entry.put("item", value))
        .objects("no items", List.<String>of(), (value, entry) -> entry.put("item", value))
        .put("last", "{");
  }
}
