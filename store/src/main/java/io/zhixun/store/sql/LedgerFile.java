package io.zhixun.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.store.Erasures.Erasure;
import io.zhixun.store.Erasures.Subject;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The erasure ledger as a file of its own, one JSON line each, so that it outlives the database: a
 * backup that is older than an erasure is restored beside this file, and the learner goes again.
 */
public final class LedgerFile {
  public static final String NAME = "erasures.jsonl";

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  public LedgerFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /** All lines; none when there is no such file. A last line that was cut short is left out. */
  public List<Erasure> read() {
    try {
      List<Erasure> ledger = new ArrayList<>();
      if (Files.exists(file)) {
        String text = Files.readString(file);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
          ledger.add(erasure(JSON.readTree(line)));
        }
      }
      return ledger;
    } catch (JsonProcessingException broken) {
      throw new StoreException(
          Code.DAMAGED, file + " holds a line that is no erasure: put it back from a copy", broken);
    } catch (IOException broken) {
      throw unusable(broken);
    }
  }

  /** Adds what is missing, and returns when it is on the disk. */
  void add(List<Erasure> ledger) {
    Set<String> there = new HashSet<>();
    read().forEach(erasure -> there.add(erasure.receipt()));
    StringBuilder lines = new StringBuilder();
    for (Erasure erasure : ledger) {
      if (there.add(erasure.receipt())) {
        lines.append(json(erasure)).append('\n');
      }
    }
    if (!lines.isEmpty()) {
      append(lines.toString());
    }
  }

  private void append(String lines) {
    boolean isNew = !Files.exists(file);
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.position(endOfLastLine(channel));
      ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
      if (isNew) {
        forceName();
      }
    } catch (IOException broken) {
      throw unusable(broken);
    }
  }

  /** A new name must survive a power loss too. */
  private void forceName() throws IOException {
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }

  /** What a crash left of a line is written over. */
  private static long endOfLastLine(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    long end = channel.size();
    while (end > 0) {
      one.clear();
      channel.read(one, end - 1);
      if (one.get(0) == '\n') {
        break;
      }
      end--;
    }
    channel.truncate(end);
    return end;
  }

  private StoreException unusable(IOException broken) {
    return new StoreException(
        Code.UNAVAILABLE, file + " cannot be used, look at its disk and its rights", broken);
  }

  private static ObjectNode json(Erasure erasure) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("receipt", erasure.receipt())
            .put("at", erasure.at().toString())
            .put("seq", erasure.seq())
            .put("row", erasure.subject().row())
            .put("digest", erasure.subject().digest());
    ObjectNode counts = json.putObject("counts");
    new TreeMap<>(erasure.counts()).forEach(counts::put);
    return json;
  }

  private static Erasure erasure(JsonNode json) {
    Map<String, Long> counts = new TreeMap<>();
    json.path("counts")
        .properties()
        .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
    return new Erasure(
        json.path("receipt").asText(),
        Instant.parse(json.path("at").asText()),
        json.path("seq").asLong(),
        new Subject(json.path("row").asInt(), json.path("digest").asText()),
        counts);
  }
}
