package io.zhixun.server;

import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;

/** The server cannot start. The code is stable and goes to logs and exit messages. */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Code {
    /** Somebody else listens there. */
    PORT_IN_USE,
    /** The system does not let this user listen there. */
    PORT_NOT_ALLOWED,
    /** No interface of this machine has that name or address. */
    HOST_NOT_HERE,
    /** Anything else; the cause says what. */
    START_FAILED
  }

  private final Code code;

  private ServerException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** Why listening failed, found in what the server below threw. */
  static ServerException starting(ServerSettings settings, Throwable thrown) {
    String where = settings.host() + ":" + settings.port();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return hostNotHere(settings, thrown);
      }
      if (cause instanceof BindException) {
        String reason = String.valueOf(cause.getMessage());
        if (reason.contains("in use")) {
          return new ServerException(
              Code.PORT_IN_USE,
              where + " is in use: choose another port, or stop what listens there",
              thrown);
        }
        if (reason.contains("denied")) {
          return new ServerException(
              Code.PORT_NOT_ALLOWED, "this user may not listen on " + where, thrown);
        }
        return hostNotHere(settings, thrown);
      }
    }
    return new ServerException(
        Code.START_FAILED, "the server could not start on " + where + ": " + thrown, thrown);
  }

  private static ServerException hostNotHere(ServerSettings settings, Throwable thrown) {
    return new ServerException(
        Code.HOST_NOT_HERE, "no interface of this machine is " + settings.host(), thrown);
  }

  public Code code() {
    return code;
  }
}
