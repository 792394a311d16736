package io.zhixun.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.zhixun.search.serving.Live;
import io.zhixun.server.http.Json;
import io.zhixun.server.http.Query;
import java.util.function.BooleanSupplier;

/** {@code /livez} and {@code /readyz}. */
public final class HealthResource {
  private final Live live;
  private final BooleanSupplier closing;

  /**
   * @param closing whether the server is about to stop
   */
  public HealthResource(Live live, BooleanSupplier closing) {
    this.live = live;
    this.closing = closing;
  }

  /** {@code GET /livez}: the process answers. */
  public void livez(Context ctx) {
    Query.none(ctx);
    Json.answer(ctx, Json.object().put("live", true));
  }

  /** {@code GET /readyz}: requests may be sent here; 503 when not. */
  public void readyz(Context ctx) {
    Query.none(ctx);
    boolean ready = live.isReady() && !closing.getAsBoolean();
    ObjectNode json = Json.object().put("ready", ready);
    if (ready) {
      json.put("generation", live.generation());
    }
    ArrayNode warnings = json.putArray("warnings");
    live.warnings()
        .forEach(
            warning ->
                warnings.addObject().put("code", warning.code()).put("detail", warning.detail()));
    Json.answer(ctx.status(ready ? 200 : 503), json);
  }
}
