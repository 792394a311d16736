package io.zhixun.server.access;

import io.javalin.http.Context;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps web pages of strangers away from a server that trusts whoever sits at the machine: their
 * scripts run in the same browser and may reach the loopback address, under a name of their own
 * (DNS rebinding) or with an {@code Origin} that is not ours.
 */
public final class LoopbackHost {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private LoopbackHost() {}

  /** Refuses a request that came under another name than that of this machine. */
  public static void require(Context ctx) {
    String host = ctx.header("Host");
    if (host == null || !isLoopback("http://" + host)) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "without keys this server answers only under a loopback name");
    }
    String origin = ctx.header("Origin");
    if (origin != null && !isLoopback(origin)) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "without keys this server answers no other site's pages");
    }
  }

  private static boolean isLoopback(String address) {
    try {
      String host = new URI(address).getHost();
      return host != null && NAMES.contains(host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
