package io.zhixun.server.api;

import io.javalin.http.Context;
import io.zhixun.search.serving.Live;
import io.zhixun.server.http.Metrics;
import io.zhixun.server.http.Query;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * {@code GET /metrics}: numbers for those who watch the server, in the text format that Prometheus
 * reads. It names no learner, no query and no key.
 */
public final class MetricsResource {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final double MILLIS_PER_SECOND = 1_000;

  private final Metrics metrics;
  private final Live live;
  private final IntSupplier underWay;

  /**
   * @param underWay requests that are being answered
   */
  public MetricsResource(Metrics metrics, Live live, IntSupplier underWay) {
    this.metrics = metrics;
    this.live = live;
    this.underWay = underWay;
  }

  /** {@code GET /metrics}. */
  public void get(Context ctx) {
    Query.none(ctx);
    StringBuilder out = new StringBuilder(8_192);
    answered(out);
    taken(out);
    serving(out);
    process(out);
    ctx.contentType(TYPE).result(out.toString());
  }

  private void answered(StringBuilder out) {
    head(out, "zhixun_requests_total", "counter", "Requests answered, by route and status.");
    metrics
        .answered()
        .forEach(
            entry ->
                out.append("zhixun_requests_total{route=\"")
                    .append(entry.getKey().route())
                    .append("\",status=\"")
                    .append(entry.getKey().status())
                    .append("\"} ")
                    .append(entry.getValue())
                    .append('\n'));
    gauge(out, "zhixun_requests_in_flight", "Requests being answered.", underWay.getAsInt());
  }

  private void taken(StringBuilder out) {
    String name = "zhixun_request_seconds";
    head(out, name, "histogram", "How long requests took, by route.");
    for (Metrics.Taken taken : metrics.taken()) {
      String route = "{route=\"" + taken.route() + '"';
      for (int i = 0; i < taken.upTo().size(); i++) {
        double seconds = Metrics.MILLIS.get(i) / MILLIS_PER_SECOND;
        line(out, name + "_bucket" + route + ",le=\"" + seconds + "\"}", taken.upTo().get(i));
      }
      line(out, name + "_bucket" + route + ",le=\"+Inf\"}", taken.count());
      line(out, name + "_sum" + route + '}', taken.seconds());
      line(out, name + "_count" + route + '}', taken.count());
    }
  }

  private void serving(StringBuilder out) {
    gauge(
        out, "zhixun_ready", "Whether there is something to answer from.", live.isReady() ? 1 : 0);
    gauge(out, "zhixun_seq", "The last change that answers contain.", live.seq());
    head(out, "zhixun_warning", "gauge", "What /readyz warns of at the moment.");
    live.warnings().stream()
        .map(warning -> warning.code())
        .distinct()
        .sorted()
        .forEach(code -> line(out, "zhixun_warning{code=\"" + code + "\"}", 1L));
  }

  private static void process(StringBuilder out) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    gauge(out, "zhixun_heap_used_bytes", "Memory in use on the heap.", heap.getUsed());
    gauge(out, "zhixun_heap_max_bytes", "The most the heap may take.", heap.getMax());
    gauge(
        out,
        "zhixun_uptime_seconds",
        "Since the process started.",
        ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS_PER_SECOND);
  }

  private static void gauge(StringBuilder out, String name, String help, Number value) {
    head(out, name, "gauge", help);
    line(out, name, value);
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder out, String name, Number value) {
    String number =
        value instanceof Double fraction
            ? String.format(Locale.ROOT, "%.6f", fraction)
            : value.toString();
    out.append(name).append(' ').append(number).append('\n');
  }
}
