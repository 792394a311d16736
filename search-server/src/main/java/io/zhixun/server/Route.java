package io.zhixun.server;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.zhixun.server.access.Need;

/**
 * One address, who may call it, and what answers.
 *
 * @param path with names of parameters in braces
 */
record Route(HandlerType method, String path, Need need, Handler handler) {
  static Route get(String path, Need need, Handler handler) {
    return new Route(HandlerType.GET, path, need, handler);
  }

  static Route post(String path, Need need, Handler handler) {
    return new Route(HandlerType.POST, path, need, handler);
  }

  static Route put(String path, Need need, Handler handler) {
    return new Route(HandlerType.PUT, path, need, handler);
  }

  static Route patch(String path, Need need, Handler handler) {
    return new Route(HandlerType.PATCH, path, need, handler);
  }

  static Route delete(String path, Need need, Handler handler) {
    return new Route(HandlerType.DELETE, path, need, handler);
  }
}
