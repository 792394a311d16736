package io.zhixun.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {
  @Test
  void whatWasEncodedComesBack() {
    String given = System.getProperty("zhixun.seed", "");
    long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
    Random random = new Random(seed);

    for (int i = 0; i < 500; i++) {
      String text =
          random
              .ints(random.nextInt(20), 0, 0x11_0000)
              .filter(c -> c < 0xD800 || c > 0xDFFF)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);

      assertEquals(
          Optional.of(text), PercentEncoding.decodeQuery(encoded), "-Dzhixun.seed=" + seed);
    }
  }

  @Test
  void plusIsASpaceInAQueryOnly() {
    assertEquals(Optional.of("a b"), PercentEncoding.decodeQuery("a+b"));
    assertEquals(Optional.of("a+b"), PercentEncoding.decodePath("a+b"));
  }

  @Test
  void charactersSentAsTheyAreAreAccepted() {
    assertEquals(Optional.of("机器 学习"), PercentEncoding.decodeQuery("机器+%E5%AD%A6习"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%1",
        "%g0",
        "%-1",
        "%FF",
        "%C0%AF",
        "%E6%9C",
        "%ED%A0%80",
        "%F5%80%80%80",
        "\uFFFD"
      })
  void whatIsNoTextIsRefused(String raw) {
    assertEquals(Optional.empty(), PercentEncoding.decodeQuery(raw));
  }
}
