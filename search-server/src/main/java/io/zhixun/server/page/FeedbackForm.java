package io.zhixun.server.page;

import io.zhixun.corpus.Event;
import io.zhixun.corpus.Event.Scope;
import io.zhixun.corpus.Ids;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a learner said by pressing a button: the name of the button is what was said, its value the
 * item. {@code scope}, {@code rid} (the answer that showed the item) and {@code return} (where to
 * come back to) are optional.
 */
record FeedbackForm(
    Said said, ItemId item, Scope scope, Optional<String> requestId, String comeBack) {

  /** What can be said. */
  enum Said {
    CLICK("click", "已记录"),
    NOT_INTERESTED("not_interested", "好的，以后少推荐这类内容"),
    FAVOURITE("favourite", "已收藏"),
    COMPLETION("completion", "已标记为学完");

    private final String button;
    private final String answer;

    Said(String button, String answer) {
      this.button = button;
      this.answer = answer;
    }

    /** What the page says to it. */
    String answer() {
      return answer;
    }
  }

  /** Empty when the form says nothing that can be understood. */
  static Optional<FeedbackForm> of(Map<String, List<String>> fields) {
    return Arrays.stream(Said.values())
        .filter(said -> fields.containsKey(said.button))
        .findFirst()
        .flatMap(
            said ->
                Fields.first(fields, said.button)
                    .filter(id -> Ids.problem(id).isEmpty())
                    .map(
                        id ->
                            new FeedbackForm(
                                said,
                                new ItemId(id),
                                scope(fields),
                                Fields.first(fields, "rid"),
                                Hrefs.local(Fields.first(fields, "return")))));
  }

  private static Scope scope(Map<String, List<String>> fields) {
    return switch (Fields.first(fields, "scope").orElse("item")) {
      case "author" -> Scope.AUTHOR;
      case "tag" -> Scope.TAG;
      default -> Scope.ITEM;
    };
  }

  /** The event of it. */
  Event event(Event.Header header) {
    return switch (said) {
      case CLICK -> new Event.Click(header, item, OptionalInt.empty());
      case NOT_INTERESTED -> new Event.NotInterested(header, item, scope);
      case FAVOURITE -> new Event.Favourite(header, item);
      case COMPLETION -> new Event.Completion(header, item);
    };
  }

  /** What the page says to it. */
  AnswerView answer(Item about) {
    return new AnswerView(said.answer(), about.text().title());
  }

  /** A short answer in place of what the button belonged to. */
  record AnswerView(String text, String title) {}
}
