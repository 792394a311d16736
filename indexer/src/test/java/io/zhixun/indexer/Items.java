package io.zhixun.indexer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.check.ItemCheck;

/** Items for tests, written as catalogue lines are, with single quotes for double ones. */
public final class Items {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Items() {}

  /** A course with an id and a title. */
  public static Item course(String id, String title) {
    return of("{'id':'" + id + "','format':'COURSE','title':'" + title + "'}");
  }

  public static Item of(String line) {
    try {
      return ItemCheck.read(JSON.readTree(line.replace('\'', '"')))
          .valid()
          .orElseThrow(() -> new IllegalArgumentException("line must be valid, got " + line));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("line must be JSON, got " + line, e);
    }
  }
}
