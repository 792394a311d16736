package io.zhixun.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.zhixun.server.access.Access;
import io.zhixun.server.access.Need;
import io.zhixun.server.api.Records;
import io.zhixun.server.http.Body;
import io.zhixun.server.http.Gate;
import io.zhixun.server.http.JettyProblems;
import io.zhixun.server.http.Lingering;
import io.zhixun.server.http.Metrics;
import io.zhixun.server.http.RateLimit;
import io.zhixun.server.job.Jobs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. Closing it lets requests under way finish, and cancels a job that runs. */
public final class ZhixunServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ZhixunServer.class);

  /** Room for the longest address that can be meant: a cursor and a query, percent-encoded. */
  private static final int MAX_HEADER_BYTES = 16_384;

  /** How long whoever was refused may go on sending. */
  private static final Duration LINGERING = Duration.ofSeconds(5);

  /** Addresses that cannot be decoded get as far as our own gate, which says what is wrong. */
  private static final UriCompliance ADDRESSES =
      UriCompliance.RFC3986.with(
          "decoded-by-the-gate",
          Violation.BAD_UTF8_ENCODING,
          Violation.BAD_PERCENT_ENCODING,
          Violation.ILLEGAL_PATH_CHARACTERS);

  private final Javalin javalin;
  private final Gate gate;
  private final Records records;
  private final Jobs jobs;
  private final Duration patience;

  private ZhixunServer(Javalin javalin, Gate gate, Records records, Jobs jobs, Duration patience) {
    this.javalin = javalin;
    this.gate = gate;
    this.records = records;
    this.jobs = jobs;
    this.patience = patience;
  }

  /**
   * Starts listening.
   *
   * @throws ServerException when that is not possible
   */
  public static ZhixunServer start(ServerSettings settings, Services services) {
    LongSupplier nanos = System::nanoTime;
    ServerSettings.Limits limits = settings.limits();
    Gate gate = new Gate(limits.inFlight(), services.clock(), services.random(), nanos);
    Records records = new Records(services.store());
    Access access =
        new Access(
            settings.mode(),
            records::key,
            new RateLimit(limits.perSecond(), limits.burst(), nanos),
            services.clock(),
            nanos);
    Metrics metrics = new Metrics();
    PageRoutes pages = new PageRoutes();
    services.pages().accept(pages);
    List<Route> routes =
        new ArrayList<>(Routes.of(services, records, new Routes.Watched(metrics, gate)));
    routes.addAll(pages.routes());
    Javalin javalin =
        Javalin.create(
            config -> {
              jetty(config, settings);
              config.routes.before(gate::begin);
              config.routes.after(metrics::end);
              routes.forEach(route -> install(config, route, gate, access));
              ExceptionTable.install(config.routes);
              pages.installFailures(config.routes);
            });
    try {
      javalin.start();
    } catch (RuntimeException e) {
      records.close();
      throw ServerException.starting(settings, e);
    }
    Duration patience = Duration.ofSeconds(limits.stopSeconds());
    return new ZhixunServer(javalin, gate, records, services.reindexing().jobs(), patience);
  }

  private static void jetty(JavalinConfig config, ServerSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.jetty.host = settings.host();
    config.jetty.port = settings.port();
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setRequestHeaderSize(MAX_HEADER_BYTES);
          http.setSendServerVersion(false);
          http.setUriCompliance(ADDRESSES);
        });
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(new JettyProblems());
          server.setHandler(new Lingering(Body.MAX_STREAM_BYTES, LINGERING)); // around all others
        });
  }

  private static void install(JavalinConfig config, Route route, Gate gate, Access access) {
    Handler guarded = access.guard(route.need(), Gate.contained(route.handler()));
    Handler roomy = route.need() == Need.PROBE ? guarded : gate.limited(guarded);
    Handler handler =
        ctx -> {
          Metrics.at(ctx, route.method() + " " + route.path());
          roomy.handle(ctx);
        };
    config.routes.addHttpHandler(route.method(), route.path(), handler);
    if (route.method().equals(HandlerType.GET)) {
      // The same handler, so that status and headers are those of GET; the server drops the body.
      config.routes.addHttpHandler(HandlerType.HEAD, route.path(), handler);
    }
  }

  /** Where it listens. */
  public int port() {
    return javalin.port();
  }

  /** Refuses new requests, waits for those under way, and stops listening. */
  @Override
  public void close() {
    try {
      if (!gate.close(patience)) {
        LOG.warn("stopping although requests are still under way after {}", patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    javalin.stop();
    jobs.close();
    records.close();
  }
}
