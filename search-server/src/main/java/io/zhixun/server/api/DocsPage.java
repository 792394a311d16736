package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** The contract as one plain page: what can be asked, by whom, and what comes back. */
final class DocsPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
      code{font-family:ui-monospace,monospace}
      h3{margin-top:2rem;border-top:1px solid;padding-top:1rem}
      table{border-collapse:collapse}td,th{padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}
      """;

  /** Nothing but the one style above. */
  static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final JsonNode contract;
  private final StringBuilder html = new StringBuilder();

  private DocsPage(JsonNode contract) {
    this.contract = contract;
  }

  /** The page of a contract. */
  static String of(JsonNode contract) {
    DocsPage page = new DocsPage(contract);
    page.head();
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        page.operation(operation.getKey(), path.getKey(), operation.getValue());
      }
    }
    return page.html.append("</main></body></html>\n").toString();
  }

  private void head() {
    String title = text(contract.path("info").path("title"));
    html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>")
        .append(title)
        .append(" API</title>")
        .append("<style>")
        .append(STYLE)
        .append("</style></head><body><main><h1>")
        .append(title)
        .append(" API</h1><p>")
        .append(text(contract.path("info").path("description")))
        .append("</p><p>")
        .append(text(contract.at("/components/securitySchemes/key/description")))
        .append("</p><p>For machines: <a href=\"/openapi.json\">openapi.json</a></p>");
  }

  private void operation(String method, String path, JsonNode operation) {
    html.append("<h3 id=\"")
        .append(text(operation.path("operationId")))
        .append("\"><code>")
        .append(escape(method.toUpperCase(java.util.Locale.ROOT)))
        .append(' ')
        .append(escape(path))
        .append("</code></h3><p>")
        .append(text(operation.path("summary")))
        .append(". Needs: ")
        .append(text(operation.path("x-need")))
        .append(".</p>");
    parameters(operation.path("parameters"));
    answers(operation.path("responses"));
  }

  private void parameters(JsonNode parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    html.append("<table><thead><tr><th scope=\"col\">Parameter</th><th scope=\"col\">In</th>")
        .append("<th scope=\"col\">Meaning</th></tr></thead><tbody>");
    for (JsonNode reference : parameters) {
      JsonNode parameter = resolve(reference);
      row(
          "<code>" + text(parameter.path("name")) + "</code>",
          text(parameter.path("in")),
          text(parameter.path("description")));
    }
    html.append("</tbody></table>");
  }

  private void answers(JsonNode responses) {
    html.append("<table><thead><tr><th scope=\"col\">Status</th><th scope=\"col\">Body</th>")
        .append("<th scope=\"col\">Meaning</th></tr></thead><tbody>");
    for (Map.Entry<String, JsonNode> answer : responses.properties()) {
      JsonNode response = resolve(answer.getValue());
      row(escape(answer.getKey()), schema(response), text(response.path("description")));
    }
    html.append("</tbody></table>");
  }

  private static String schema(JsonNode response) {
    for (Map.Entry<String, JsonNode> content : response.path("content").properties()) {
      String reference = content.getValue().at("/schema/$ref").asText();
      return escape(
          reference.isEmpty()
              ? content.getKey()
              : reference.substring(reference.lastIndexOf('/') + 1));
    }
    return "";
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append("<td>").append(cell).append("</td>");
    }
    html.append("</tr>");
  }

  private JsonNode resolve(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.isEmpty() ? node : contract.at(reference.substring(1));
  }

  private static String text(JsonNode node) {
    return escape(node.asText());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
