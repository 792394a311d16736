package io.zhixun.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.zhixun.server.access.Need;
import io.zhixun.server.page.Pages;
import java.util.ArrayList;
import java.util.List;

/** The addresses of the learner's site, and what browsers see of failures. */
final class PageRoutes implements Pages.Registrar {
  private final List<Route> routes = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  private record Failure(int status, Handler handler) {}

  @Override
  public void add(HandlerType method, String path, Handler handler) {
    routes.add(new Route(method, path, Need.PUBLIC, handler));
  }

  @Override
  public void failure(int status, Handler handler) {
    failures.add(new Failure(status, handler));
  }

  List<Route> routes() {
    return List.copyOf(routes);
  }

  /** After the table of exceptions: only requests that ask for HTML are answered with a page. */
  void installFailures(RoutesConfig config) {
    failures.forEach(failure -> config.error(failure.status(), "text/html", failure.handler()));
  }
}
