package io.zhixun.corpus.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zhixun.corpus.check.Problem.Code;

/**
 * Reads JSON text as the standard has it and not more: a key twice in one object, anything after
 * the end, comments, {@code NaN} and single quotes are all refused.
 */
public final class StrictJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /** The value of one JSON text; what is wrong with the text is one problem of the whole. */
  public static Checked<JsonNode> read(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      return node.isMissingNode()
          ? Checked.Invalid.of("", Code.NOT_JSON, "must be JSON, got nothing")
          : new Checked.Valid<>(node);
    } catch (JsonProcessingException e) {
      return Checked.Invalid.of("", Code.NOT_JSON, "must be JSON: " + reason(e));
    }
  }

  private static String reason(JsonProcessingException e) {
    String reason = Shown.printable(e.getOriginalMessage(), 200);
    return e.getLocation() == null
        ? reason
        : reason + " (at column " + e.getLocation().getColumnNr() + ")";
  }
}
