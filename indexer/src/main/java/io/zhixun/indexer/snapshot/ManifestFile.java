package io.zhixun.indexer.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.indexer.snapshot.Manifest.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * {@code manifest.json}. It ends with the checksum of the rest, and is believed only when it is
 * byte for byte what this class would write, so that no bit of it can change unnoticed.
 */
final class ManifestFile {
  static final String NAME = "manifest.json";

  /** Changes whenever an older version could not read what is written. */
  static final int FORMAT = 1;

  private static final String CHECKSUM = "checksum";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ManifestFile() {}

  static byte[] bytes(Manifest manifest) {
    ObjectNode json = JSON.createObjectNode();
    ManifestFacts facts = manifest.facts();
    json.put("format", FORMAT)
        .put("id", manifest.id())
        .put("seq", facts.seq())
        .put("created", facts.created().toString())
        .put("settings", facts.settingsDigest());
    ObjectNode counts = json.putObject("counts");
    new TreeMap<>(facts.counts()).forEach(counts::put);
    ObjectNode quality = json.putObject("quality");
    new TreeMap<>(manifest.quality()).forEach(quality::put);
    if (!manifest.weights().isEmpty()) {
      ObjectNode weights = json.putObject("weights");
      new TreeMap<>(manifest.weights()).forEach(weights::put);
    }
    ObjectNode notes = json.putObject("notes");
    new TreeMap<>(facts.notes()).forEach(notes::put);
    ArrayNode files = json.putArray("files");
    for (StoredFile file : manifest.files()) {
      files
          .addObject()
          .put("name", file.name())
          .put("size", file.size())
          .put("sha256", file.sha256());
    }
    json.put(CHECKSUM, Disk.sha256(print(json)));
    return print(json);
  }

  private static byte[] print(JsonNode json) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return (JSON.writer(printer).writeValueAsString(json) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree can always be written", e);
    }
  }

  /**
   * The manifest of a snapshot's folder.
   *
   * @throws SnapshotException when it is of another format, or not what was written
   */
  static Manifest read(Path folder) {
    String id = folder.getFileName().toString();
    byte[] content = content(folder, id);
    JsonNode json = parse(id, content);
    JsonNode format = json.path("format");
    if (!format.isIntegralNumber()) {
      throw SnapshotException.damaged(id, NAME + " names no format");
    }
    if (!format.canConvertToInt() || format.intValue() != FORMAT) {
      throw SnapshotException.wrongFormat(id, NAME + " of format " + format, FORMAT);
    }
    Manifest manifest = manifest(id, json);
    if (!Arrays.equals(content, bytes(manifest))) {
      throw SnapshotException.damaged(id, NAME + " is not what was written");
    }
    if (!manifest.id().equals(id)) {
      throw SnapshotException.damaged(id, NAME + " is that of " + manifest.id());
    }
    return manifest;
  }

  private static byte[] content(Path folder, String id) {
    try {
      return Files.readAllBytes(folder.resolve(NAME));
    } catch (NoSuchFileException e) {
      throw SnapshotException.damaged(id, NAME + " is missing");
    } catch (IOException e) {
      throw SnapshotException.damaged(id, NAME + " cannot be read: " + e);
    }
  }

  private static JsonNode parse(String id, byte[] content) {
    try {
      return JSON.readTree(content);
    } catch (IOException e) {
      throw SnapshotException.damaged(id, NAME + " is not JSON");
    }
  }

  private static Manifest manifest(String id, JsonNode json) {
    try {
      ManifestFacts facts =
          new ManifestFacts(
              json.path("seq").longValue(),
              json.path("settings").asText(),
              Instant.parse(json.path("created").asText()),
              map(json.path("counts"), JsonNode::longValue),
              map(json.path("notes"), JsonNode::asText));
      List<StoredFile> files = new ArrayList<>();
      for (JsonNode file : json.path("files")) {
        files.add(
            new StoredFile(
                file.path("name").asText(),
                file.path("size").longValue(),
                file.path("sha256").asText()));
      }
      return new Manifest(
          json.path("id").asText(),
          facts,
          map(json.path("quality"), JsonNode::doubleValue),
          map(json.path("weights"), JsonNode::doubleValue),
          files);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw SnapshotException.damaged(id, NAME + " makes no sense: " + e.getMessage());
    }
  }

  private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> value) {
    Map<String, T> map = new TreeMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
    return map;
  }
}
