package io.zhixun.server.page;

/**
 * What is around a page's content.
 *
 * @param section which entry of the navigation is the current one
 * @param query what stands in the search box
 * @param here where to come back to after choosing another learner
 */
record Frame(Site site, Head head, Section section, String query, Person person, String here) {

  /** Entries of the navigation. */
  enum Section {
    HOME,
    SEARCH,
    ME,
    RANKING,
    NONE
  }

  /**
   * @param indexed whether search engines should keep the page
   */
  record Head(String title, String description, boolean indexed) {}

  static Frame of(Site site, Visit visit, Section section, Head head) {
    return new Frame(site, head, section, "", visit.person(), visit.here());
  }

  Frame withQuery(String typed) {
    return new Frame(site, head, section, typed, person, here);
  }

  /** The title of the window. */
  String title() {
    return section == Section.HOME ? head.title() : head.title() + " · 知寻";
  }

  boolean isAt(Section other) {
    return section == other;
  }
}
