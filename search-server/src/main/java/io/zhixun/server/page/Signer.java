package io.zhixun.server.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Makes texts that can be given to strangers and recognised when they come back: {@code
 * base64url(text) . base64url(HMAC-SHA256(key, purpose ‖ 0 ‖ text))}.
 */
final class Signer {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final int MAX_LENGTH = 1_024;

  private final SecretKey key;
  private final String purpose;

  /**
   * @param purpose keeps a text signed for one thing from being used for another
   */
  Signer(SecretKey key, String purpose) {
    this.key = key;
    this.purpose = purpose;
  }

  String sign(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ENCODER.encodeToString(bytes) + "." + ENCODER.encodeToString(mac(bytes));
  }

  /** The text that was signed; empty when it was not us, or it was altered. */
  Optional<String> verify(String signed) {
    int dot = signed.indexOf('.');
    if (dot < 0 || signed.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      byte[] text = Base64.getUrlDecoder().decode(signed.substring(0, dot));
      byte[] signature = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
      return MessageDigest.isEqual(signature, mac(text))
          ? Optional.of(new String(text, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private byte[] mac(byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 must be there in every JDK", e);
    }
  }
}
