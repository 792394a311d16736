package io.zhixun.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.javalin.Javalin;
import io.zhixun.server.http.CookieSettings.Secure;
import io.zhixun.server.testing.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

class CookieSettingsTest {
  /** What the settings say to a request over loopback that a proxy may have forwarded. */
  private static boolean secure(CookieSettings settings, String... headers)
      throws IOException, InterruptedException {
    Javalin server =
        Loopback.start(
            0, routes -> routes.get("/", ctx -> ctx.result("" + settings.isSecure(ctx))));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"));
      HttpRequest built = (headers.length == 0 ? request : request.headers(headers)).build();
      return Boolean.parseBoolean(client.send(built, BodyHandlers.ofString()).body());
    } finally {
      server.stop();
    }
  }

  @Test
  void onPlainLoopbackCookiesAreNotSecure() throws Exception {
    assertEquals(false, secure(CookieSettings.DEFAULTS));
    assertEquals(false, secure(CookieSettings.DEFAULTS, "X-Forwarded-Proto", "http"));
  }

  @Test
  void behindAProxyThatIsBelievedTheyAre() throws Exception {
    assertEquals(true, secure(CookieSettings.DEFAULTS, "X-Forwarded-Proto", "https"));
    CookieSettings strangers = new CookieSettings(Secure.AUTO, List.of("10.0.0.7"));
    assertEquals(false, secure(strangers, "X-Forwarded-Proto", "https"));
  }

  @Test
  void theOperatorHasTheLastWord() throws Exception {
    assertEquals(true, secure(new CookieSettings(Secure.ALWAYS, List.of())));
    assertEquals(
        false,
        secure(
            new CookieSettings(Secure.NEVER, List.of("127.0.0.1")), "X-Forwarded-Proto", "https"));
  }
}
