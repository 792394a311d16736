package io.zhixun.server.console;

import io.javalin.http.Context;

/** What answers at an address, once the guard has let somebody pass. */
@FunctionalInterface
interface Work {
  void handle(Context ctx, Desk desk) throws Exception;
}
