package io.zhixun.server.page.cover;

import io.zhixun.corpus.Item;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * The cover of an item: an SVG picture of {@value #WIDTH} × {@value #HEIGHT} units.
 *
 * <p>Only presentation attributes are used, so that the pictures show under a content security
 * policy without inline styles.
 */
public final class CoverArt {
  /** Width of every cover. */
  public static final int WIDTH = 320;

  /** Height of every cover. */
  public static final int HEIGHT = 240;

  /** Goes up whenever the same item is drawn differently, so that browsers ask again. */
  private static final int EDITION = 1;

  private CoverArt() {}

  /** The picture. */
  public static String svg(Item item) {
    Seed seed = new Seed(item.id().value());
    Palette palette = Palette.of(broadCategory(item), seed);
    Svg svg = new Svg(WIDTH, HEIGHT);
    switch (item.format()) {
      case COURSE -> CourseCover.draw(svg, topic(item), palette, seed);
      case EBOOK -> BookCover.draw(svg, item, palette, seed);
      case COLUMN -> ColumnCover.draw(svg, topic(item), palette, seed);
      case AUDIO -> AudioCover.draw(svg, topic(item), palette, seed);
      case VIDEO -> VideoCover.draw(svg, topic(item), palette, seed);
    }
    return svg.finish();
  }

  /** Changes whenever the picture does: for addresses that may be kept for ever. */
  public static String version(Item item) {
    CRC32 crc = new CRC32();
    String drawn =
        String.join(
            "\n",
            Integer.toString(EDITION),
            item.format().name(),
            item.text().title(),
            String.join("/", item.text().category()),
            String.join("/", item.text().authors()));
    crc.update(drawn.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private static String broadCategory(Item item) {
    return item.text().category().isEmpty() ? "" : item.text().category().getFirst();
  }

  /** The word on the cover: the narrowest category, else the first tag, else the title's start. */
  private static String topic(Item item) {
    if (!item.text().category().isEmpty()) {
      return item.text().category().getLast();
    }
    return item.text().tags().isEmpty()
        ? Lines.first(item.text().title(), 6)
        : item.text().tags().getFirst();
  }
}
