package io.zhixun.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a backup consists of.
 *
 * @param seq the last change in it
 * @param rows of the record, by table
 * @param files all others than the manifest, by their path with slashes
 */
record BackupManifest(Instant created, long seq, Map<String, Long> rows, Map<String, Sum> files) {
  static final String NAME = "manifest.json";

  private static final int FORMAT = 1;
  private static final JsonMapper JSON = new JsonMapper();

  /** Size and SHA-256 of a file. */
  record Sum(long bytes, String sha256) {
    static Sum of(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file);
          DigestInputStream digested =
              new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
        long bytes = digested.transferTo(OutputStream.nullOutputStream());
        return new Sum(bytes, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  /** Sums of all files of a folder but the manifest. */
  static Map<String, Sum> sums(Path folder) throws IOException {
    Map<String, Sum> sums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!name.equals(NAME)) {
          sums.put(name, Sum.of(file));
        }
      }
    }
    return sums;
  }

  ObjectNode json() {
    ObjectNode json =
        Output.node().put("format", FORMAT).put("created", created.toString()).put("seq", seq);
    ObjectNode counts = json.putObject("rows");
    new TreeMap<>(rows).forEach(counts::put);
    ObjectNode list = json.putObject("files");
    new TreeMap<>(files)
        .forEach(
            (name, sum) ->
                list.putObject(name).put("bytes", sum.bytes()).put("sha256", sum.sha256()));
    return json;
  }

  /**
   * Reads the manifest of a backup.
   *
   * @throws CommandException when there is none that this version can read
   */
  static BackupManifest read(Path backup) {
    Path file = backup.resolve(NAME);
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      if (json.path("format").asInt() != FORMAT) {
        throw new CommandException(
            file + " must be of format " + FORMAT + ", got " + json.path("format"));
      }
      Map<String, Long> rows = new TreeMap<>();
      json.path("rows").properties().forEach(e -> rows.put(e.getKey(), e.getValue().asLong()));
      Map<String, Sum> files = new TreeMap<>();
      json.path("files")
          .properties()
          .forEach(
              e ->
                  files.put(
                      e.getKey(),
                      new Sum(
                          e.getValue().path("bytes").asLong(),
                          e.getValue().path("sha256").asText())));
      Instant created = Instant.parse(json.path("created").asText());
      return new BackupManifest(created, json.path("seq").asLong(), rows, files);
    } catch (IOException | DateTimeParseException broken) {
      throw new CommandException(
          file + " cannot be read, so this is no whole backup: " + broken.getMessage());
    }
  }

  /** What is wrong with the files of a backup; nothing when they are as they were written. */
  List<String> problems(Path backup) throws IOException {
    Map<String, Sum> found = sums(backup);
    List<String> problems = new ArrayList<>();
    files.forEach(
        (name, sum) -> {
          if (!found.containsKey(name)) {
            problems.add(name + " is missing");
          } else if (found.get(name).bytes() != sum.bytes()) {
            problems.add(
                name + " must have " + sum.bytes() + " bytes, got " + found.get(name).bytes());
          } else if (!found.get(name).equals(sum)) {
            problems.add(name + " is damaged: its checksum is another");
          }
        });
    found.keySet().stream()
        .filter(name -> !files.containsKey(name))
        .forEach(name -> problems.add(name + " does not belong to it"));
    return problems;
  }
}
