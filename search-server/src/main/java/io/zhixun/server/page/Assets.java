package io.zhixun.server.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Style, scripts and pictures that belong to the site: read once, served with an ETag, and kept for
 * ever by browsers when the address carries the version.
 */
public final class Assets {
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.4/dist/htmx.min.js";
  private static final int VERSION_LENGTH = 10;

  private final Map<String, Asset> assets;

  private record Asset(String contentType, Body body) {}

  /** Bytes and what identifies them. */
  private static final class Body {
    private final byte[] bytes;
    private final String version;

    Body(byte[] bytes) {
      this.bytes = bytes;
      this.version = version(bytes);
    }
  }

  public Assets() {
    this.assets =
        Map.of(
            "zhixun.css", read("zhixun.css", "text/css; charset=utf-8"),
            "zhixun.js", read("zhixun.js", "text/javascript; charset=utf-8"),
            "console.css", read("console.css", "text/css; charset=utf-8"),
            "console.js", read("console.js", "text/javascript; charset=utf-8"),
            "icon.svg", read("icon.svg", "image/svg+xml"),
            "htmx.js", read(HTMX, "text/javascript; charset=utf-8"));
  }

  Site.Addresses addresses() {
    return new Site.Addresses(
        address("zhixun.css"), address("htmx.js"), address("zhixun.js"), address("icon.svg"));
  }

  /** Where something is, with what makes the address change when its bytes do. */
  public String address(String name) {
    return "/assets/" + name + "?v=" + assets.get(name).body().version;
  }

  /** Serves {@code /assets/{name}}; false when there is no such thing. */
  boolean serve(Context ctx) {
    Optional<Asset> found = Optional.ofNullable(assets.get(ctx.pathParam("name")));
    found.ifPresent(
        asset -> {
          boolean versioned = asset.body().version.equals(ctx.queryParam("v"));
          send(ctx, asset.contentType(), asset.body(), versioned);
        });
    return found.isPresent();
  }

  /** Serves something that was made on the spot. */
  static void serve(Context ctx, String contentType, byte[] bytes, boolean versioned) {
    send(ctx, contentType, new Body(bytes), versioned);
  }

  private static void send(Context ctx, String contentType, Body body, boolean versioned) {
    String etag = "\"" + body.version + "\"";
    ctx.header("ETag", etag);
    ctx.header(
        "Cache-Control", versioned ? "public, max-age=31536000, immutable" : "public, no-cache");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Content-Security-Policy", "default-src 'none'");
    if (matches(ctx.header("If-None-Match"), etag)) {
      ctx.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    ctx.contentType(contentType).result(body.bytes);
  }

  /** Compression on the way may have made the tag weak. */
  private static boolean matches(String presented, String etag) {
    return presented != null && presented.replace("W/", "").contains(etag);
  }

  private static Asset read(String resource, String contentType) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the product lacks its resource " + resource);
      }
      return new Asset(contentType, new Body(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static String version(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 must be there in every JDK", e);
    }
  }
}
