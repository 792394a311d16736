package io.zhixun.server.page;

import io.zhixun.search.lexical.Highlight;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import io.zhixun.search.suggest.Suggestion;
import io.zhixun.server.page.SuggestView.Line;
import java.util.List;

/** {@code /suggest}: what a search box shows while somebody types. */
final class SuggestPage {
  private static final int SIZE = 8;

  private final Discovery discovery;

  SuggestPage(Discovery discovery) {
    this.discovery = discovery;
  }

  SuggestView view(Visit visit, String typed) {
    Requests.Suggest request = new Requests.Suggest(typed, visit.person().user(), SIZE);
    return new SuggestView(
        discovery.suggest(request, visit.now()).suggestions().stream()
            .map(SuggestPage::line)
            .toList());
  }

  private static Line line(Suggestion suggestion) {
    List<Highlight.Span> spans =
        suggestion.spans().stream()
            .map(span -> new Highlight.Span(span.start(), span.end()))
            .toList();
    String href =
        suggestion.item().map(Hrefs::item).orElseGet(() -> Hrefs.search(suggestion.text()));
    return new Line(
        Marked.of(new Highlight("title", suggestion.text(), spans)), href, label(suggestion));
  }

  private static String label(Suggestion suggestion) {
    return switch (suggestion.kind()) {
      case TITLE -> "内容";
      case AUTHOR -> "作者";
      case TAG -> "主题";
      case QUERY -> suggestion.spans().isEmpty() ? "搜过" : "大家在搜";
    };
  }
}
