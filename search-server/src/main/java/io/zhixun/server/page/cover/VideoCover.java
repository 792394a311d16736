package io.zhixun.server.page.cover;

/** A still: a landscape with a sun, a play button, and the topic. */
final class VideoCover {
  private VideoCover() {}

  static void draw(Svg svg, String topic, Palette palette, Seed seed) {
    int horizon = seed.between(126, 150);
    svg.add(
            "<defs><linearGradient id=\"s\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop"
                + " stop-color=\"%s\"/><stop offset=\"1\""
                + " stop-color=\"%s\"/></linearGradient></defs>",
            palette.deep(), palette.middle())
        .ground("url(#s)")
        .add(
            "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>",
            sunX(seed), horizon - seed.between(20, 60), seed.between(20, 34), palette.spark())
        .add(
            "<path d=\"M0 %d L%d %d L%d %d L%d %d L320 %d V240 H0z\" fill=\"%s\" opacity=\".55\"/>",
            horizon + 12,
            seed.between(50, 90),
            horizon - seed.between(20, 46),
            seed.between(130, 160),
            horizon + 6,
            seed.between(210, 250),
            horizon - seed.between(26, 58),
            horizon + 10,
            palette.deep())
        .add(
            "<path d=\"M0 %d Q80 %d 170 %d T320 %d V240 H0z\" fill=\"%s\"/>",
            horizon + 34, horizon - 4, horizon + 30, horizon + 16, palette.deep())
        .add("<circle cx=\"160\" cy=\"%d\" r=\"27\" fill=\"#fff\" opacity=\".92\"/>", 92)
        .add("<path d=\"M152 78 l24 14 l-24 14z\" fill=\"%s\"/>", palette.deep());
    svg.text(topic, 22, 216, Lettering.sans(Math.min(32, CourseCover.size(topic)), "#fff"));
  }

  /** Left or right of the play button. */
  private static int sunX(Seed seed) {
    return seed.coin() ? seed.between(44, 104) : seed.between(218, 278);
  }
}
