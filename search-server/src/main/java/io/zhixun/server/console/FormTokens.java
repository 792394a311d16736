package io.zhixun.server.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * What a form must carry so that no other site can send it: HMAC-SHA256 of the cookie that the
 * visitor's browser holds.
 */
final class FormTokens {
  private static final byte[] PURPOSE = "console-form\0".getBytes(StandardCharsets.UTF_8);

  private final SecretKey key;

  FormTokens(SecretKey key) {
    this.key = key;
  }

  String of(String cookie) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(PURPOSE);
      byte[] digest = mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 must be there in every JDK", e);
    }
  }

  boolean matches(String cookie, String presented) {
    return MessageDigest.isEqual(
        of(cookie).getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
  }
}
