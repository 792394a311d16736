package io.zhixun.indexer.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
  private static final int RECORD = 16 + 1_024 + 4;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("vectors/text.bin");
  }

  private static float[] vector(int seed) {
    Random random = new Random(seed);
    float[] vector = new float[TextEncoder.DIMENSIONS];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = random.nextFloat() * 2 - 1;
    }
    return vector;
  }

  private void fill(int count) {
    try (VectorCache cache = VectorCache.open(file, "model 1")) {
      for (int i = 0; i < count; i++) {
        cache.put("text " + i, vector(i));
      }
    }
  }

  @Test
  void whatWasPutIsThereAfterOpeningAgain() {
    fill(600);

    try (VectorCache cache = VectorCache.open(file, "model 1")) {
      assertEquals(600, cache.size());
      assertArrayEquals(vector(599), cache.get("text 599").orElseThrow(), 2e-5f);
      assertEquals(Optional.empty(), cache.get("text 600").map(v -> v.length));
    }
  }

  @Test
  void aRecordThatWasCutShortIsForgottenAndWritingGoesOn() throws IOException {
    fill(3);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 7);
    }

    fill(4);

    try (VectorCache cache = VectorCache.open(file, "model 1")) {
      assertEquals(4, cache.size());
      assertArrayEquals(vector(2), cache.get("text 2").orElseThrow(), 2e-5f);
    }
  }

  @Test
  void readingEndsBeforeADamagedRecord() throws IOException {
    fill(5);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), channel.size() - 2L * RECORD + 100);
    }

    try (VectorCache cache = VectorCache.open(file, "model 1")) {
      assertEquals(3, cache.size());
      assertTrue(cache.get("text 2").isPresent());
      assertTrue(cache.get("text 3").isEmpty());
    }
  }

  @Test
  void theFileOfAnotherEncoderIsBegunAnew() {
    fill(5);

    try (VectorCache cache = VectorCache.open(file, "another model")) {
      assertEquals(0, cache.size());
      cache.put("text 0", vector(9));
      assertArrayEquals(vector(9), cache.get("text 0").orElseThrow(), 2e-5f);
    }
  }

  @Test
  void whoOpensItSecondReadsAndDoesNotWrite() {
    fill(2);

    try (VectorCache first = VectorCache.open(file, "model 1");
        VectorCache second = VectorCache.open(file, "model 1")) {
      second.put("text 7", vector(7));
      assertTrue(second.get("text 1").isPresent());
      assertTrue(second.get("text 7").isEmpty());
      first.put("text 8", vector(8));
    }
    try (VectorCache cache = VectorCache.open(file, "model 1")) {
      assertEquals(3, cache.size());
    }
  }
}
