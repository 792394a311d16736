package io.zhixun.server.page.cover;

/** How a line is set. */
record Lettering(String family, int size, int weight, String fill, String anchor) {
  private static final String SANS = "PingFang SC,Noto Sans CJK SC,Microsoft YaHei,sans-serif";
  private static final String SERIF =
      "Songti SC,Noto Serif CJK SC,Source Han Serif SC,STZhongsong,serif";

  static Lettering sans(int size, String fill) {
    return new Lettering(SANS, size, 600, fill, "start");
  }

  static Lettering serif(int size, String fill) {
    return new Lettering(SERIF, size, 700, fill, "start");
  }

  Lettering centred() {
    return new Lettering(family, size, weight, fill, "middle");
  }

  Lettering light() {
    return new Lettering(family, size, 400, fill, anchor);
  }
}
