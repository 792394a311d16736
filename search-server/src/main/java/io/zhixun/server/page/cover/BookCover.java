package io.zhixun.server.page.cover;

import io.zhixun.corpus.Item;
import java.util.List;

/** A book standing on a pale ground, with its title and author. */
final class BookCover {
  private static final int LEFT = 92;
  private static final int TOP = 22;
  private static final int WIDTH = 142;
  private static final int HEIGHT = 196;
  private static final int TEXT_WIDTH = 112;

  private BookCover() {}

  static void draw(Svg svg, Item item, Palette palette, Seed seed) {
    boolean dark = seed.below(3) > 0;
    String ink = dark ? "#fff" : palette.deep();
    svg.ground(palette.light())
        .add(
            "<ellipse cx=\"166\" cy=\"219\" rx=\"92\" ry=\"7\" fill=\"%s\" opacity=\".22\"/>",
            palette.deep())
        .add(
            "<path d=\"M%d %d h6 v%d h-6z\" fill=\"#fff\" stroke=\"%s\" stroke-opacity=\".3\"/>",
            LEFT + WIDTH, TOP + 3, HEIGHT - 6, palette.deep())
        .add(
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" fill=\"%s\"/>",
            LEFT, TOP, WIDTH, HEIGHT, dark ? palette.deep() : "#fdfcf9");
    ornament(svg, dark ? palette.middle() : palette.light(), palette, seed);
    svg.add(
        "<path d=\"M%d %d h10 v%d h-10z\" fill=\"%s\" opacity=\"%s\"/>",
        LEFT, TOP, HEIGHT, dark ? "#000" : palette.middle(), dark ? ".18" : ".5");
    title(svg, Lines.of(item.text().title(), 6, 4), ink);
    if (!item.text().authors().isEmpty()) {
      svg.text(
          Lines.first(item.text().authors().getFirst(), 8),
          LEFT + 22,
          TOP + HEIGHT - 16,
          Lettering.sans(11, ink).light());
    }
  }

  /** As large as the longest line allows. */
  private static void title(Svg svg, List<String> lines, String ink) {
    double widest = lines.stream().mapToDouble(Lines::width).max().orElse(1);
    Lettering lettering = Lettering.serif((int) Math.clamp(TEXT_WIDTH / widest, 8, 18), ink);
    for (int line = 0; line < lines.size(); line++) {
      svg.text(
          Lines.first(lines.get(line), TEXT_WIDTH / 8), LEFT + 22, TOP + 40 + line * 24, lettering);
    }
  }

  private static void ornament(Svg svg, String colour, Palette palette, Seed seed) {
    int y = TOP + HEIGHT - seed.between(52, 64);
    switch (seed.below(3)) {
      case 0 ->
          svg.add(
                  "<circle cx=\"%d\" cy=\"%d\" r=\"30\" fill=\"%s\" opacity=\".6\"/>",
                  LEFT + WIDTH - 36, y, colour)
              .add(
                  "<circle cx=\"%d\" cy=\"%d\" r=\"8\" fill=\"%s\"/>",
                  LEFT + WIDTH - 58, y + 18, palette.spark());
      case 1 ->
          svg.add(
                  "<path d=\"M%d %d q36 -38 66 -8 t66 -14 v62 h-132z\" fill=\"%s\""
                      + " opacity=\".6\"/>",
                  LEFT + 10, y + 4, colour)
              .add(
                  "<circle cx=\"%d\" cy=\"%d\" r=\"9\" fill=\"%s\"/>",
                  LEFT + WIDTH - 32, y - 26, palette.spark());
      default ->
          svg.add(
                  "<path d=\"M%d %d h112 M%d %d h112 M%d %d h112\" stroke=\"%s\" stroke-width=\"3\""
                      + " opacity=\".6\"/>",
                  LEFT + 22, y, LEFT + 22, y + 10, LEFT + 22, y + 20, colour)
              .add(
                  "<rect x=\"%d\" y=\"%d\" width=\"26\" height=\"3\" fill=\"%s\"/>",
                  LEFT + 22, y - 1, palette.spark());
    }
  }
}
