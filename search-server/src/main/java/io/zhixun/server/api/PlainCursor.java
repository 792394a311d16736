package io.zhixun.server.api;

import io.zhixun.corpus.Ids;
import io.zhixun.corpus.UserId;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Cursors of plain lists: the last entry that was shown, as base64url so that nobody takes it for
 * something to build upon. They hold nothing that their reader may not see, so that they need no
 * signature.
 */
final class PlainCursor {
  private PlainCursor() {}

  static String of(String last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  static String text(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  static UserId user(String text) {
    if (Ids.problem(text).isPresent()) {
      throw bad();
    }
    return new UserId(text);
  }

  static long number(String cursor) {
    String text = text(cursor);
    if (!text.matches("[0-9]{1,18}")) {
      throw bad();
    }
    return Long.parseLong(text);
  }

  private static ProblemException bad() {
    return ProblemException.at(
        "/cursor", ProblemCode.BAD_CURSOR, "cursor must be one that this list answered");
  }
}
