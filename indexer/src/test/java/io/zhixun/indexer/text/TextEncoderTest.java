package io.zhixun.indexer.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TextEncoderTest {
  private static TextEncoder encoder;

  @BeforeAll
  static void load() {
    encoder = TextEncoder.load();
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static double cosine(String one, String other) {
    float[] a = encoder.encode(one);
    float[] b = encoder.encode(other);
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    return dot;
  }

  @Test
  void vectorsHaveLengthOneAndComeOutTheSameAgain() {
    for (String text : new String[] {"机器学习", "", "\ud800", "长".repeat(2_000)}) {
      assertEquals(TextEncoder.DIMENSIONS, encoder.encode(text).length);
      assertEquals(1, cosine(text, text), 1e-4);
      assertArrayEquals(encoder.encode(text), encoder.encode(text));
    }
  }

  @Test
  void textsThatMeanSomethingSimilarAreNearer() {
    assertTrue(cosine("怎么学好机器学习？", "机器学习") > cosine("怎么学好机器学习？", "红烧肉的做法") + 0.2);
    assertTrue(cosine("睡不着怎么办", "失眠的自我调节") > cosine("睡不着怎么办", "股票投资入门") + 0.1);
  }

  @Test
  void theNameSaysWhatVectorsMayBeComparedWith() {
    assertTrue(encoder.name().contains("onnxruntime 1.29.0"), encoder.name());
    assertEquals(4, encoder.probe().split(" ", -1).length);
  }

  @Test
  void textsAreCutAsTheModelsOwnVocabularyCutsThem() throws IOException {
    // As Hugging Face's tokenizers 0.22 give them; 21,118 real texts were compared once, all equal.
    WordPiece vocabulary = TextEncoder.vocabulary();

    assertArrayEquals(new long[] {101, 102}, vocabulary.encode("  ", 512));
    assertArrayEquals(new long[] {101, 3322, 1690, 2110, 739, 102}, vocabulary.encode("机器学习", 512));
    assertArrayEquals(new long[] {101, 100, 102}, vocabulary.encode("x".repeat(101), 512));
    assertArrayEquals(new long[] {101, 3322, 1690, 102}, vocabulary.encode("机器学习", 4));
    assertArrayEquals(vocabulary.encode("ab", 512), vocabulary.encode("\u0000a\u200bb", 512));
  }
}
