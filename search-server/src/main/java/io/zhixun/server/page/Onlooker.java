package io.zhixun.server.page;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a person looks at what is answered. */
final class Onlooker {
  /** How browsers say that they fetch a page before anybody wants it. */
  private static final List<String> AHEAD = List.of("Sec-Purpose", "Purpose", "X-Moz");

  /** How programs that read pages call themselves; Cubot is a telephone. */
  private static final Pattern ROBOT =
      Pattern.compile(
          "(?i)(?<!cu)bot\\b|(?<!cu)bot[/-]|spider|crawl|slurp|preview|monitor|^curl|^wget|^python");

  private Onlooker() {}

  /** Only reading is doubted: what a form sends was pressed by somebody. */
  static boolean isPerson(Context ctx) {
    if (ctx.method().equals(HandlerType.POST)) {
      return true;
    }
    String agent = Optional.ofNullable(ctx.userAgent()).orElse("");
    return ctx.method().equals(HandlerType.GET)
        && AHEAD.stream().allMatch(name -> ctx.header(name) == null)
        && !agent.isBlank()
        && !ROBOT.matcher(agent).find();
  }
}
