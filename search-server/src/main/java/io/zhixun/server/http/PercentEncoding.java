package io.zhixun.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Percent-encoding (RFC 3986) without mercy: half an escape or bytes that are not UTF-8 are no
 * text, where the JDK's decoder would put U+FFFD. Characters beyond ASCII that were sent as they
 * are, as {@code curl} does, are accepted.
 */
final class PercentEncoding {
  private static final int REPLACEMENT = 0xFFFD;

  private PercentEncoding() {}

  /** The text of a path; {@code +} stands for itself. */
  static Optional<String> decodePath(String raw) {
    return decode(raw, false);
  }

  /** The text of a name or value in a query string, where {@code +} is a space. */
  static Optional<String> decodeQuery(String raw) {
    return decode(raw, true);
  }

  private static Optional<String> decode(String raw, boolean plusIsSpace) {
    if (raw.indexOf(REPLACEMENT) >= 0) {
      return Optional.empty(); // the server below us put it in place of bytes that were not UTF-8
    }
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        int octet = i + 2 < bytes.length ? octet(bytes[i + 1], bytes[i + 2]) : -1;
        if (octet < 0) {
          return Optional.empty();
        }
        out.write(octet);
        i += 2;
      } else {
        out.write(plusIsSpace && bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return utf8(out.toByteArray());
  }

  private static int octet(byte high, byte low) {
    int h = Character.digit(high, 16);
    int l = Character.digit(low, 16);
    return h < 0 || l < 0 ? -1 : 16 * h + l;
  }

  /** The text that bytes stand for; empty when they are not UTF-8. */
  static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
