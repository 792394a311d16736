package io.zhixun.server.page.cover;

/** A poster: a pattern, and the topic set large at the foot. */
final class CourseCover {
  private CourseCover() {}

  static void draw(Svg svg, String topic, Palette palette, Seed seed) {
    boolean dark = seed.below(3) > 0;
    String ground = dark ? palette.deep() : palette.light();
    String ink = dark ? "#fff" : palette.deep();
    svg.ground(ground);
    Pattern.draw(svg, palette.middle(), palette.spark(), seed);
    svg.add(
        "<rect x=\"24\" y=\"150\" width=\"28\" height=\"4\" rx=\"2\" fill=\"%s\"/>",
        palette.spark());
    svg.text(topic, 22, 202, Lettering.sans(size(topic), ink));
  }

  /** A size at which the topic fits the width. */
  static int size(String topic) {
    return (int) Math.clamp(272 / Math.max(1, Lines.width(topic)), 20, 44);
  }
}
