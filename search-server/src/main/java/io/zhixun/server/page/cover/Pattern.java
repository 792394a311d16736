package io.zhixun.server.page.cover;

/** Quiet geometry behind a cover's words. */
final class Pattern {
  private static final int KINDS = 6;

  private Pattern() {}

  /** Draws one of the patterns, chosen and varied by the seed. */
  static void draw(Svg svg, String colour, String spark, Seed seed) {
    switch (seed.below(KINDS)) {
      case 0 -> arcs(svg, colour, spark, seed);
      case 1 -> dots(svg, colour, spark, seed);
      case 2 -> stripes(svg, colour, spark, seed);
      case 3 -> circles(svg, colour, spark, seed);
      case 4 -> steps(svg, colour, spark, seed);
      default -> hills(svg, colour, spark, seed);
    }
  }

  private static void arcs(Svg svg, String colour, String spark, Seed seed) {
    int x = seed.coin() ? 320 : 250;
    int y = seed.between(0, 40);
    int step = seed.between(22, 30);
    for (int ring = 1; ring <= 6; ring++) {
      svg.add(
          "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\""
              + " opacity=\"%.2f\"/>",
          x, y, ring * step, colour, ring % 2 == 0 ? 9 : 3, 0.75 - ring * 0.09);
    }
    svg.add("<circle cx=\"%d\" cy=\"%d\" r=\"11\" fill=\"%s\"/>", x - step * 3, y + step, spark);
  }

  private static void dots(Svg svg, String colour, String spark, Seed seed) {
    int bright = seed.below(20);
    for (int row = 0; row < 5; row++) {
      for (int column = 0; column < 8; column++) {
        int radius = 1 + (column + 5 - row) * 7 / 10;
        boolean lit = row * 4 + column - 4 == bright && column > 3;
        svg.add(
            "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\" opacity=\"%s\"/>",
            104 + column * 27,
            20 + row * 27,
            lit ? radius + 2 : radius,
            lit ? spark : colour,
            lit ? "1" : ".6");
      }
    }
  }

  private static void stripes(Svg svg, String colour, String spark, Seed seed) {
    int lit = seed.below(5);
    int start = seed.between(120, 170);
    for (int bar = 0; bar < 5; bar++) {
      int x = start + bar * 42;
      svg.add(
          "<path d=\"M%d 0h%d l-112 150h-%d z\" fill=\"%s\" opacity=\"%s\"/>",
          x,
          bar == lit ? 12 : 24,
          bar == lit ? 12 : 24,
          bar == lit ? spark : colour,
          bar == lit ? ".95" : "." + (25 + bar * 8));
    }
  }

  private static void circles(Svg svg, String colour, String spark, Seed seed) {
    int x = seed.between(190, 235);
    int y = seed.between(58, 82);
    int radius = seed.between(52, 64);
    svg.add(
            "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\" opacity=\".55\"/>",
            x, y, radius, colour)
        .add(
            "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\""
                + " opacity=\".9\"/>",
            x + 44, y - 14, radius, colour)
        .add(
            "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>",
            x + radius - 8, y + radius / 2, seed.between(10, 17), spark);
  }

  private static void steps(Svg svg, String colour, String spark, Seed seed) {
    int lit = seed.between(2, 5);
    for (int step = 0; step < 6; step++) {
      int height = 22 + step * 22 + seed.below(12);
      svg.add(
          "<rect x=\"%d\" y=\"%d\" width=\"26\" height=\"%d\" rx=\"3\" fill=\"%s\""
              + " opacity=\"%s\"/>",
          122 + step * 32,
          156 - height,
          height,
          step == lit ? spark : colour,
          step == lit ? "1" : "." + (35 + step * 8));
    }
  }

  private static void hills(Svg svg, String colour, String spark, Seed seed) {
    int sun = seed.between(180, 270);
    int peak = seed.between(18, 46);
    svg.add(
            "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>",
            sun, seed.between(34, 58), seed.between(15, 22), spark)
        .add(
            "<path d=\"M0 150 Q80 %d 160 118 T320 %d V240 H0z\" fill=\"%s\" opacity=\".45\"/>",
            70 + peak, 60 + peak, colour)
        .add(
            "<path d=\"M0 172 Q90 %d 190 150 T320 124 V240 H0z\" fill=\"%s\" opacity=\".4\"/>",
            120 + peak, colour);
  }
}
