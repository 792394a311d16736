package io.zhixun.server.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody without script at a browser that keeps cookies and does not follow redirects. */
final class Guest implements AutoCloseable {
  private static final Pattern HREF = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String address;

  Guest(PagePreview preview) {
    this(preview.address());
  }

  /**
   * @param address without a slash at the end
   */
  Guest(String address) {
    this.address = address;
  }

  /**
   * @param headers names and values in turn
   */
  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** The HTML of a page that is there. */
  String page(String path) {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answers " + response.statusCode());
    }
    return response.body();
  }

  /**
   * @param fields names and values in turn
   */
  HttpResponse<String> post(String path, List<String> fields, String... headers) {
    List<String> form = new ArrayList<>();
    for (int i = 0; i < fields.size(); i += 2) {
      form.add(encode(fields.get(i)) + "=" + encode(fields.get(i + 1)));
    }
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", form))));
  }

  /** Puts JSON to the API. */
  void put(String path, String json) {
    expectDone(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))));
  }

  void delete(String path) {
    expectDone(send(request(path).DELETE()));
  }

  private static void expectDone(HttpResponse<String> response) {
    if (response.statusCode() >= 300) {
      throw new AssertionError(response.body());
    }
  }

  void become(String learner) {
    post("/demo/learner", List.of("learner", learner));
  }

  /** The addresses in a page that lie on the site. */
  static List<String> addresses(String html) {
    List<String> addresses = new ArrayList<>();
    Matcher matcher = HREF.matcher(html);
    while (matcher.find()) {
      String address = matcher.group(1).replace("&amp;", "&");
      if (address.startsWith("/")) {
        addresses.add(address);
      }
    }
    return addresses;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create(URI.create(address + path.replace(" ", "%20")).toASCIIString()));
    request.header("Accept", "text/html,*/*");
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
