package io.zhixun.server;

import io.zhixun.server.access.Access;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where and how the server listens.
 *
 * @param host name or address of the interface; a loopback one unless {@code remote} allows others
 * @param port 0 takes a free one
 * @param remote whether others than this machine may reach the server
 * @param mode how callers are told apart
 */
public record ServerSettings(
    String host, int port, boolean remote, Access.Mode mode, Limits limits) {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1\\]?");

  private static final int MAX_PORT = 65_535;

  // After what its checks need.
  public static final ServerSettings DEFAULTS =
      new ServerSettings("127.0.0.1", 8080, false, Access.Mode.KEYS, Limits.DEFAULTS);

  public ServerSettings {
    require(port >= 0 && port <= MAX_PORT, "port must be 0.." + MAX_PORT + ", got " + port);
    boolean loopback = LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    require(
        loopback || remote, "host must be a loopback address unless remote is true, got " + host);
    require(
        loopback || mode == Access.Mode.KEYS,
        "host must be a loopback address when no keys are asked for, got " + host);
  }

  /** The same on another port. */
  public ServerSettings withPort(int other) {
    return new ServerSettings(host, other, remote, mode, limits);
  }

  /** The same with callers told apart in another way. */
  public ServerSettings withMode(Access.Mode other) {
    return new ServerSettings(host, port, remote, other, limits);
  }

  /**
   * How much the server takes on.
   *
   * @param inFlight requests under way at once; the next one is answered 503
   * @param perSecond requests that one key, or one address without a key, may send steadily
   * @param burst requests that it may send at once after a pause
   * @param stopSeconds how long stopping waits for the requests under way
   */
  public record Limits(int inFlight, int perSecond, int burst, int stopSeconds) {
    public static final Limits DEFAULTS = new Limits(256, 2_000, 4_000, 10);

    private static final int MAX_IN_FLIGHT = 100_000;
    private static final int MAX_PER_SECOND = 1_000_000;
    private static final int MAX_STOP_SECONDS = 600;

    public Limits {
      range("inFlight", inFlight, MAX_IN_FLIGHT);
      range("perSecond", perSecond, MAX_PER_SECOND);
      range("burst", burst, MAX_PER_SECOND);
      range("stopSeconds", stopSeconds, MAX_STOP_SECONDS);
    }

    // By itself: asking the enclosing record would make its defaults before these are there.
    private static void range(String name, int value, int most) {
      if (value < 1 || value > most) {
        throw new IllegalArgumentException(name + " must be 1.." + most + ", got " + value);
      }
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
