package io.zhixun.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/**
 * When cookies travel over HTTPS alone.
 *
 * @param secure when they do
 * @param proxies addresses of those in front of the server whose {@code X-Forwarded-Proto} is
 *     believed
 */
public record CookieSettings(Secure secure, List<String> proxies) {
  public static final CookieSettings DEFAULTS =
      new CookieSettings(Secure.AUTO, List.of("127.0.0.1", "::1"));

  /** The ways to decide. */
  public enum Secure {
    /** When the request that is answered came over HTTPS, here or to a proxy that is believed. */
    AUTO,
    ALWAYS,
    NEVER
  }

  public CookieSettings {
    proxies = List.copyOf(proxies);
  }

  /** Whether a cookie that answers this request is to travel over HTTPS alone. */
  public boolean isSecure(Context ctx) {
    return switch (secure) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> scheme(ctx).equals("https");
    };
  }

  /** How the browser reached us, as far as it can be known. */
  public String scheme(Context ctx) {
    String forwarded = ctx.header("X-Forwarded-Proto");
    return forwarded != null && proxies.contains(plain(ctx.ip()))
        ? forwarded.strip().toLowerCase(Locale.ROOT)
        : ctx.scheme();
  }

  /**
   * Whether a request was made from one of our own pages or typed by the person, as far as the
   * browser says; other sites must not act in somebody's name.
   */
  public boolean isOwn(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = ctx.header("Origin");
    return origin == null || origin.equals(scheme(ctx) + "://" + ctx.host());
  }

  /** The address as people write it: Jetty puts IPv6 in brackets and in full. */
  private static String plain(String address) {
    String bare = address.replaceAll("^\\[|\\]$", "");
    return bare.equals("0:0:0:0:0:0:0:1") ? "::1" : bare;
  }
}
