package io.zhixun.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/** Writes JSON answers. */
public final class Json {
  /** What JSON answers are sent as; JSON is always UTF-8, so that no charset is named. */
  static final String JSON = "application/json";

  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /** An object to be filled. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Answers with an object; the status stays as it was set. */
  public static void answer(Context ctx, ObjectNode body) {
    ctx.contentType(JSON).result(bytes(body));
  }

  /** The compact UTF-8 text. */
  public static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values could not be written", e);
    }
  }
}
