package io.zhixun.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

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
    page.schemas();
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
        .append(escape(method.toUpperCase(Locale.ROOT)))
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
      JsonNode schema = content.getValue().path("schema");
      return schema.has("$ref") ? type(schema) : escape(content.getKey());
    }
    return "";
  }

  private void schemas() {
    html.append("<h2>Shapes</h2>");
    for (Map.Entry<String, JsonNode> entry : contract.at("/components/schemas").properties()) {
      JsonNode schema = entry.getValue();
      html.append("<h3 id=\"shape-")
          .append(escape(entry.getKey()))
          .append("\">")
          .append(escape(entry.getKey()))
          .append("</h3><p>")
          .append(text(schema.path("description")))
          .append("</p>");
      if (schema.has("properties")) {
        fields(schema);
      } else {
        html.append("<p>").append(type(schema)).append("</p>");
      }
    }
  }

  private void fields(JsonNode schema) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    html.append("<table><thead><tr><th scope=\"col\">Field</th><th scope=\"col\">Type</th>")
        .append("<th scope=\"col\">Meaning</th></tr></thead><tbody>");
    for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
      String mark = required.contains(field.getKey()) ? " (always)" : "";
      row(
          "<code>" + escape(field.getKey()) + "</code>" + mark,
          type(field.getValue()),
          text(field.getValue().path("description")));
    }
    html.append("</tbody></table>");
  }

  /** What a schema allows, in a few words; a named one as a link. */
  private static String type(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    if (!reference.isEmpty()) {
      String name = escape(reference.substring(reference.lastIndexOf('/') + 1));
      return "<a href=\"#shape-" + name + "\">" + name + "</a>";
    }
    if (schema.has("items")) {
      return "list of " + type(schema.path("items"));
    }
    if (schema.has("enum")) {
      return StreamSupport.stream(schema.path("enum").spliterator(), false)
          .map(DocsPage::text)
          .collect(Collectors.joining(", "));
    }
    if (schema.has("oneOf")) {
      return StreamSupport.stream(schema.path("oneOf").spliterator(), false)
          .map(DocsPage::type)
          .collect(Collectors.joining(" or "));
    }
    return text(schema.path(schema.has("format") ? "format" : "type"));
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
