package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.zhixun.server.http.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code /openapi.json} and {@code /docs}: the contract, for machines and for people. */
public final class DocsResource {
  private static final String CONTRACT = "/io/zhixun/server/openapi.json";
  private static final String CACHE = "public, max-age=300";

  private final byte[] openapi;
  private final String page;

  public DocsResource() {
    try (InputStream in = DocsResource.class.getResourceAsStream(CONTRACT)) {
      if (in == null) {
        throw new IllegalStateException("the package lacks " + CONTRACT);
      }
      this.openapi = in.readAllBytes();
      JsonNode contract = new JsonMapper().readTree(openapi);
      this.page = DocsPage.of(contract);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + CONTRACT, e);
    }
  }

  /** {@code GET /openapi.json}. */
  public void openapi(Context ctx) {
    Query.none(ctx);
    ctx.header("Cache-Control", CACHE).contentType("application/json").result(openapi);
  }

  /** {@code GET /docs}: a plain page, without scripts. */
  public void page(Context ctx) {
    Query.none(ctx);
    ctx.header("Cache-Control", CACHE)
        .header("Content-Security-Policy", DocsPage.POLICY)
        .contentType("text/html; charset=utf-8")
        .result(page);
  }
}
