package io.zhixun.server.console;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/**
 * The stretch of time that a page is about.
 *
 * @param page the address without its days
 */
record Span(int days, String page) {
  private static final List<Integer> CHOICES = List.of(7, 30, 90);
  private static final int USUAL = 30;

  /** As the address or the form says; the usual one where it says nothing that can be chosen. */
  static Span of(Context ctx, String page) {
    String asked =
        Optional.ofNullable(ctx.queryParam("days"))
            .or(() -> Optional.ofNullable(ctx.formParam("days")))
            .orElse("");
    int days =
        CHOICES.stream()
            .filter(choice -> Integer.toString(choice).equals(asked))
            .findFirst()
            .orElse(USUAL);
    return new Span(days, page);
  }

  List<Integer> choices() {
    return CHOICES;
  }

  String href(int choice) {
    return page + "?days=" + choice;
  }
}
