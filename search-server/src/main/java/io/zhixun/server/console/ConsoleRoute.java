package io.zhixun.server.console;

import io.javalin.http.HandlerType;
import io.zhixun.server.access.Need;

/**
 * One address of the console.
 *
 * @param need PUBLIC, EDITOR or ADMIN
 */
record ConsoleRoute(HandlerType method, String path, Need need, Work work) {
  static ConsoleRoute get(String path, Need need, Work work) {
    return new ConsoleRoute(HandlerType.GET, path, need, work);
  }

  static ConsoleRoute post(String path, Need need, Work work) {
    return new ConsoleRoute(HandlerType.POST, path, need, work);
  }
}
