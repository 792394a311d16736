package io.zhixun.search.pipeline;

import io.zhixun.search.pipeline.CursorException.Code;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursors as opaque signed text: base64url of the bytes and the first 16 bytes of their
 * HMAC-SHA-256. A window of 200 rows makes at most about 1.4 KB.
 */
final class CursorCodec {
  private static final int SIGNATURE_BYTES = 16;

  private final SecretKeySpec key;

  CursorCodec(byte[] secret) {
    this.key = new SecretKeySpec(secret, "HmacSHA256");
  }

  String encode(Cursor cursor) {
    byte[] bytes = cursor.bytes();
    byte[] signed = Arrays.copyOf(bytes, bytes.length + SIGNATURE_BYTES);
    System.arraycopy(signature(bytes), 0, signed, bytes.length, SIGNATURE_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
  }

  /**
   * The cursor that a text stands for.
   *
   * @param snapshot the one that would continue it
   * @param request digest of the request that wants to
   */
  Cursor decode(String text, String snapshot, long request) {
    Cursor cursor = Cursor.of(verified(text));
    if (cursor.request() != request) {
      throw new CursorException(
          Code.BAD_CURSOR, "cursor must continue the request that gave it, got another request");
    }
    if (!cursor.snapshot().equals(snapshot)) {
      throw new CursorException(
          Code.CURSOR_GONE,
          "the snapshot of this cursor is no longer served: start again without a cursor");
    }
    return cursor;
  }

  private byte[] verified(String text) {
    byte[] signed;
    try {
      signed = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw bad();
    }
    if (signed.length <= SIGNATURE_BYTES) {
      throw bad();
    }
    byte[] bytes = Arrays.copyOf(signed, signed.length - SIGNATURE_BYTES);
    byte[] found = Arrays.copyOfRange(signed, bytes.length, signed.length);
    if (!MessageDigest.isEqual(found, signature(bytes))) {
      throw bad();
    }
    return bytes;
  }

  private static CursorException bad() {
    return new CursorException(
        Code.BAD_CURSOR, "cursor must be one that an answer gave, unchanged");
  }

  private byte[] signature(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(bytes), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + key.getAlgorithm(), e);
    }
  }
}
