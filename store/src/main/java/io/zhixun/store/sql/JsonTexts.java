package io.zhixun.store.sql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;

/** Many values as one statement parameter. */
final class JsonTexts {
  private JsonTexts() {}

  static String array(Collection<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(texts.size());
    texts.forEach(array::add);
    return array.toString();
  }
}
