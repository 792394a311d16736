package io.zhixun.server.page;

import java.util.List;

/**
 * A page that has only something to say: not found, failed, refused.
 *
 * @param code as large as life: 404
 */
record MessageView(Frame frame, String code, String heading, String text, List<Link> links) {
  MessageView {
    links = List.copyOf(links);
  }
}
