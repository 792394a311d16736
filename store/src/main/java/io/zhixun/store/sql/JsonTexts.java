package io.zhixun.store.sql;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collection;

/** Many values as one statement parameter. */
final class JsonTexts {
  private static final JsonStringEncoder QUOTES = JsonStringEncoder.getInstance();
  private static final int USUAL_LENGTH = 20;

  private JsonTexts() {}

  static String array(Collection<String> texts) {
    StringBuilder array = new StringBuilder(texts.size() * USUAL_LENGTH + 2).append('[');
    for (String text : texts) {
      if (array.length() > 1) {
        array.append(',');
      }
      array.append('"');
      QUOTES.quoteAsString(text, array);
      array.append('"');
    }
    return array.append(']').toString();
  }
}
