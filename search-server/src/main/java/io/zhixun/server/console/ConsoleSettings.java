package io.zhixun.server.console;

import io.zhixun.server.http.CookieSettings;
import java.time.ZoneId;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * How the console behaves.
 *
 * @param key makes the tokens of forms (HMAC-SHA256)
 * @param cookies when cookies travel over HTTPS alone
 * @param zone the time zone in which times are shown and typed
 * @param demo the editor of a demo, whose password the sign-in page shows; absent everywhere else
 */
public record ConsoleSettings(
    SecretKey key, CookieSettings cookies, ZoneId zone, Optional<DemoEditor> demo) {

  /** An account that everybody at this machine may use. */
  public record DemoEditor(String name, String password) {}
}
