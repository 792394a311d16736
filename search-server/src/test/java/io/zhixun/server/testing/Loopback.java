package io.zhixun.server.testing;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.zhixun.server.page.Pages;
import java.util.function.Consumer;

/** Bare servers on loopback, for what is looked at without the product's own guards. */
public final class Loopback {
  private Loopback() {}

  /**
   * Starts one; whoever starts it stops it.
   *
   * @param port 0 for a free one
   */
  public static Javalin start(int port, Consumer<RoutesConfig> routes) {
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.jetty.port = port;
              routes.accept(config.routes);
            })
        .start();
  }

  /** Takes pages straight into Javalin. */
  public record Router(RoutesConfig routes) implements Pages.Registrar {
    @Override
    public void add(HandlerType method, String path, Handler handler) {
      routes.addHttpHandler(method, path, handler);
    }

    @Override
    public void failure(int status, Handler handler) {
      routes.error(status, "text/html", handler);
    }
  }
}
