package io.zhixun.server.page.cover;

/** Manuscript paper with the topic written into its squares. */
final class ColumnCover {
  private static final int SQUARE = 44;

  private ColumnCover() {}

  static void draw(Svg svg, String topic, Palette palette, Seed seed) {
    boolean dark = seed.below(3) == 0;
    String ink = dark ? "#fff" : palette.deep();
    svg.ground(dark ? palette.deep() : palette.light());
    int writtenRow = seed.between(1, 2);
    for (int row = 0; row < 4; row++) {
      int y = 16 + row * 54;
      svg.add(
          "<path d=\"M28 %d h264 v%d h-264z%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1\""
              + " opacity=\"%s\"/>",
          y, SQUARE, rulings(y), palette.middle(), row == writtenRow ? ".75" : ".38");
    }
    svg.add("<path d=\"M20 0 v240\" stroke=\"%s\" stroke-width=\"3\"/>", palette.spark());
    write(svg, topic, 16 + writtenRow * 54, ink);
  }

  private static String rulings(int y) {
    StringBuilder path = new StringBuilder();
    for (int column = 1; column < 6; column++) {
      path.append("M")
          .append(28 + column * SQUARE)
          .append(' ')
          .append(y)
          .append("v")
          .append(SQUARE);
    }
    return path.toString();
  }

  /** One character a square; Latin topics run across the squares. */
  private static void write(Svg svg, String topic, int y, String ink) {
    boolean squares = topic.codePoints().allMatch(Character::isIdeographic) && topic.length() <= 6;
    if (!squares) {
      int size = (int) Math.clamp(252 / Math.max(1, Lines.width(topic)), 18, 34);
      svg.text(topic, 36, y + 22 + size * 36 / 100, Lettering.serif(size, ink));
      return;
    }
    for (int i = 0; i < topic.length(); i++) {
      svg.text(
          topic.substring(i, i + 1),
          28 + i * SQUARE + SQUARE / 2,
          y + 34,
          Lettering.serif(33, ink).centred());
    }
  }
}
