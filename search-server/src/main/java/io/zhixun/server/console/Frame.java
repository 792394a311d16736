package io.zhixun.server.console;

import io.zhixun.store.Account;
import io.zhixun.store.Role;
import java.util.List;
import java.util.Optional;

/**
 * What is around a page's content.
 *
 * @param title of the page
 * @param tab which entry of the navigation is the current one
 * @param token what each form carries
 * @param note what to say above the content
 */
record Frame(
    String title,
    Tab tab,
    Optional<Account> account,
    String token,
    Optional<Note> note,
    Addresses addresses) {

  /** Entries of the navigation. */
  enum Tab {
    CATALOGUE("/console/items", "内容"),
    IMPORT("/console/import", "导入"),
    QUALITY("/console/quality", "待检查"),
    ANALYTICS("/console/analytics", "分析"),
    QUEUE("/console/queue", "待改进搜索"),
    RULES("/console/rules", "规则"),
    WORDS("/console/words", "词表"),
    SNAPSHOTS("/console/reindex", "重建索引"),
    EXPLAIN("/console/explain", "排序解释"),
    LOG("/console/log", "操作记录"),
    NONE("", "");

    private final String href;
    private final String label;

    Tab(String href, String label) {
      this.href = href;
      this.label = label;
    }

    String href() {
      return href;
    }

    String label() {
      return label;
    }

    static List<Tab> shown() {
      return List.of(
          CATALOGUE, IMPORT, QUALITY, ANALYTICS, QUEUE, RULES, WORDS, SNAPSHOTS, EXPLAIN, LOG);
    }
  }

  /** Where style and scripts are, with what makes their addresses unique. */
  record Addresses(String siteStyle, String style, String script, String icon) {}

  /** Something to say once. */
  record Note(Tone tone, String text) {
    enum Tone {
      GOOD,
      BAD,
      PLAIN
    }

    static Note good(String text) {
      return new Note(Tone.GOOD, text);
    }

    static Note bad(String text) {
      return new Note(Tone.BAD, text);
    }

    static Note plain(String text) {
      return new Note(Tone.PLAIN, text);
    }

    String css() {
      return switch (tone) {
        case GOOD -> "said said-good";
        case BAD -> "said said-bad";
        case PLAIN -> "said";
      };
    }
  }

  boolean isAt(Tab other) {
    return tab == other;
  }

  String role() {
    return account.map(Account::role).orElse(Role.EDITOR) == Role.ADMIN ? "管理员" : "编辑";
  }

  Frame saying(Note said) {
    return new Frame(title, tab, account, token, Optional.of(said), addresses);
  }
}
