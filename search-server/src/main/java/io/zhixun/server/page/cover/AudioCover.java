package io.zhixun.server.page.cover;

/** A record at the edge, a voice's wave, and the topic. */
final class AudioCover {
  private AudioCover() {}

  static void draw(Svg svg, String topic, Palette palette, Seed seed) {
    boolean dark = seed.below(3) > 0;
    String ink = dark ? "#fff" : palette.deep();
    svg.ground(dark ? palette.deep() : palette.light());
    int y = seed.between(70, 96);
    svg.add(
        "<circle cx=\"246\" cy=\"%d\" r=\"104\" fill=\"%s\" opacity=\".35\"/>",
        y, palette.middle());
    for (int groove = 0; groove < 4; groove++) {
      svg.add(
          "<circle cx=\"246\" cy=\"%d\" r=\"%d\" fill=\"none\" stroke=\"%s\" opacity=\".55\"/>",
          y, 48 + groove * 14, dark ? palette.light() : palette.deep());
    }
    svg.add("<circle cx=\"246\" cy=\"%d\" r=\"34\" fill=\"%s\"/>", y, palette.spark())
        .add(
            "<circle cx=\"246\" cy=\"%d\" r=\"5\" fill=\"%s\"/>",
            y, dark ? palette.deep() : palette.light());
    wave(svg, dark ? palette.light() : palette.deep(), seed);
    svg.text(topic, 22, 214, Lettering.sans(Math.min(34, CourseCover.size(topic)), ink));
  }

  private static void wave(Svg svg, String colour, Seed seed) {
    for (int bar = 0; bar < 15; bar++) {
      int swell = 8 + (bar % 7) * 5 * (bar % 3 + 1) / 3;
      int height = swell + seed.below(16);
      svg.add(
          "<rect x=\"%d\" y=\"%d\" width=\"4\" height=\"%d\" rx=\"2\" fill=\"%s\" opacity=\".7\"/>",
          24 + bar * 9, 142 - height / 2, height, colour);
    }
  }
}
