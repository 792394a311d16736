package io.zhixun.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How style, scripts and pictures travel. */
class PagesDeliveryTest {
  private static PagePreview preview;
  private static Guest guest;

  @BeforeAll
  static void start() {
    preview = PagePreview.start(0);
    guest = new Guest(preview);
  }

  @AfterAll
  static void stop() {
    guest.close();
    preview.close();
  }

  @Test
  void assetsAreKeptForEverUnderAnAddressThatNamesTheirVersion() {
    List<String> assets = assets();
    assertEquals(4, assets.size(), assets.toString());
    for (String asset : assets) {
      HttpResponse<String> response = guest.get(asset);

      assertEquals(200, response.statusCode());
      assertEquals(
          Optional.of("public, max-age=31536000, immutable"),
          response.headers().firstValue("Cache-Control"));
    }
  }

  @Test
  void anAssetThatIsKnownIsNotSentAgain() {
    HttpResponse<String> first = guest.get("/assets/zhixun.css");
    String etag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> second = guest.get("/assets/zhixun.css", "If-None-Match", etag);

    assertEquals(Optional.of("public, no-cache"), first.headers().firstValue("Cache-Control"));
    assertEquals(304, second.statusCode());
    assertEquals("", second.body());
  }

  @Test
  void styleAndScriptAreSmall() throws IOException {
    int bytes = 0;
    for (String asset : assets()) {
      bytes += compressed(guest.get(asset).body());
    }

    assertTrue(bytes <= 60_000, bytes + " bytes compressed");
  }

  @Test
  void coversArePicturesThatCannotRunAnything() {
    String cover =
        Guest.addresses(guest.page("/search?q=Python")).stream()
            .filter(address -> address.startsWith("/covers/"))
            .findFirst()
            .orElseThrow();

    HttpResponse<String> response = guest.get(cover);

    assertEquals(Optional.of("image/svg+xml"), response.headers().firstValue("Content-Type"));
    assertEquals(
        Optional.of("default-src 'none'"),
        response.headers().firstValue("Content-Security-Policy"));
    assertTrue(response.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
    assertTrue(response.body().startsWith("<svg"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path : List.of("/assets/nothing.js", "/covers/nobody.svg", "/covers/c-1001.png")) {
      assertEquals(404, guest.get(path).statusCode(), path);
    }
  }

  private static List<String> assets() {
    return Guest.addresses(guest.page("/")).stream()
        .filter(address -> address.startsWith("/assets/"))
        .toList();
  }

  private static int compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }
}
