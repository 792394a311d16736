package io.zhixun.server.page;

import java.util.List;

/**
 * The first page.
 *
 * @param total how many works there are, in words
 * @param topics to start from
 * @param categories with how much is in each
 * @param continued whether this is a later part of one section and nothing else
 */
record HomeView(
    Frame frame,
    String total,
    List<Link> topics,
    List<Everything.CategoryLink> categories,
    List<SectionView> sections,
    boolean continued) {
  HomeView {
    topics = List.copyOf(topics);
    categories = List.copyOf(categories);
    sections = List.copyOf(sections);
  }
}
