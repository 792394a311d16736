package io.zhixun.server.console;

import io.zhixun.server.access.Passwords;
import io.zhixun.store.Role;
import io.zhixun.store.Store;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without script, as an editor uses it: keeps cookies, sends the token of the page. */
public final class Desks {
  static final String PASSWORD = "correct horse battery";

  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String address;
  private String token = "";

  public Desks(String address) {
    this.address = address;
  }

  /** What came back, with where it sends the browser. */
  public record Seen(int status, String location, String body) {
    public boolean says(String text) {
      return body.contains(text);
    }

    /** What its forms carry unseen, but for the token. */
    Map<String, String> carried() {
      Map<String, String> fields = new LinkedHashMap<>();
      HIDDEN
          .matcher(body)
          .results()
          .filter(field -> !field.group(1).equals("token"))
          .forEach(field -> fields.put(field.group(1), field.group(2)));
      return fields;
    }
  }

  static void account(Store store, String name, Role role) {
    store.accounts().create(name, role, new Passwords(new Random(7)).hash(PASSWORD));
  }

  public Seen get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
  }

  /** Sends a form with the token of the page that was seen last. */
  Seen post(String path, Map<String, String> fields) {
    return post(path, fields, token);
  }

  Seen post(String path, Map<String, String> fields, String carried) {
    return post(path, fields, carried, new String[0]);
  }

  /**
   * @param headers names and values in turn
   */
  Seen post(String path, Map<String, String> fields, String carried, String... headers) {
    List<String> pairs = new ArrayList<>(List.of("token=" + encode(carried)));
    fields.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", pairs)));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private Seen send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(
              request.header("Accept", "text/html").build(),
              BodyHandlers.ofString(StandardCharsets.UTF_8));
      Matcher matcher = TOKEN.matcher(answer.body());
      if (matcher.find()) {
        token = matcher.group(1);
      }
      return new Seen(
          answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Desks signIn(String name) {
    get("/console/sign-in");
    Seen seen = post("/console/sign-in", Map.of("name", name, "password", PASSWORD));
    if (seen.status() != 303) {
      throw new AssertionError("not signed in: " + seen);
    }
    get("/console/items");
    return this;
  }

  /** As the editor of a demo, whom the page of the sign-in names. */
  public Desks signInAsShown() {
    Matcher shown =
        Pattern.compile("名字 <b>([^<]*)</b>，密码 <b>([^<]*)</b>")
            .matcher(get("/console/sign-in").body());
    if (!shown.find()) {
      throw new AssertionError("no demo editor is shown");
    }
    Seen seen =
        post("/console/sign-in", Map.of("name", shown.group(1), "password", shown.group(2)));
    if (seen.status() != 303) {
      throw new AssertionError("not signed in: " + seen);
    }
    get("/console/items");
    return this;
  }

  String token() {
    return token;
  }

  /** The cookies that the browser holds, by name. */
  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }
}
