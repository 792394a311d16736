package io.zhixun.server.page;

import io.zhixun.corpus.Ids;
import io.zhixun.corpus.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a learner wants done with the data about them, said by pressing a button: its name is what
 * is to be done, its value what with.
 */
record OwnDataForm(Wish wish, String value, String comeBack) {
  private static final int LONGEST_TAG = 100;

  /** What can be wished for. */
  enum Wish {
    PERSONALISE("personalise", "个性化设置已保存，下一次刷新就会生效。"),
    HIDE("hide", "标签已删除，推荐不再参考它。"),
    SHOW("show", "标签已恢复。"),
    HIDE_ALL("hide-all", "标签已全部删除。"),
    FORGET("forget", "这条记录已删除，不会再用于推荐。"),
    FORGET_ALL("forget-all", "学习与浏览记录已全部清空。");

    private final String button;
    private final String answer;

    Wish(String button, String answer) {
      this.button = button;
      this.answer = answer;
    }

    private boolean isPossible(String value) {
      return switch (this) {
        case PERSONALISE -> value.equals("on") || value.equals("off");
        case HIDE, SHOW -> !value.isBlank() && value.length() <= LONGEST_TAG;
        case FORGET -> Ids.problem(value).isEmpty();
        case HIDE_ALL, FORGET_ALL -> value.equals("yes");
      };
    }

    /** What the page says when it is done. */
    static Optional<String> answer(String button) {
      return Arrays.stream(values())
          .filter(wish -> wish.button.equals(button))
          .map(wish -> wish.answer)
          .findFirst();
    }
  }

  /** Empty when the form says nothing that can be understood. */
  static Optional<OwnDataForm> of(Map<String, List<String>> fields) {
    return Arrays.stream(Wish.values())
        .filter(wish -> fields.containsKey(wish.button))
        .findFirst()
        .flatMap(
            wish ->
                Fields.first(fields, wish.button)
                    .filter(wish::isPossible)
                    .map(v -> with(wish, v, fields)));
  }

  private static OwnDataForm with(Wish wish, String value, Map<String, List<String>> fields) {
    return new OwnDataForm(wish, value, Hrefs.local(Fields.first(fields, "return")));
  }

  /** Has it done. */
  void carryOut(OwnData data, UserId learner, List<String> tagsInUse) {
    switch (wish) {
      case PERSONALISE -> data.personalise(learner, value.equals("on"));
      case HIDE -> data.hide(learner, List.of(value), true);
      case SHOW -> data.hide(learner, List.of(value), false);
      case HIDE_ALL -> data.hide(learner, tagsInUse, true);
      case FORGET -> data.forget(learner, Optional.of(value));
      case FORGET_ALL -> data.forget(learner, Optional.empty());
    }
  }

  /** Where to go then: the page that was left, which says what was done. */
  String next() {
    return comeBack + (comeBack.contains("?") ? "&" : "?") + "done=" + wish.button;
  }
}
