package io.zhixun.server.page;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.search.lexical.Facet;
import io.zhixun.server.page.cover.CoverArt;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Addresses on the site. Characters of other scripts stay as they are (browsers encode them when
 * they send), which keeps pages small and addresses readable; everything that means something in an
 * address is encoded.
 */
final class Hrefs {
  private static final String PLAIN_ASCII = "-._~!*:@$,";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Hrefs() {}

  static String item(ItemId item) {
    return "/items/" + encode(item.value());
  }

  /** The way to an item that tells where it was shown. */
  static String go(ItemId item, String requestId, int position) {
    return "/go/" + encode(item.value()) + "?rid=" + encode(requestId) + "&p=" + position;
  }

  static String cover(Item item) {
    return "/covers/" + encode(item.id().value()) + ".svg?v=" + CoverArt.version(item);
  }

  /** A search by words. */
  static String search(String query) {
    return "/search?q=" + encode(query);
  }

  /** All items with one value of a facet. */
  static String browse(Facet facet, String value) {
    return "/search?" + facet.label() + "=" + encode(value);
  }

  /** A path on this site that a form names to come back to; anything else is the first page. */
  static String local(Optional<String> path) {
    return path.filter(p -> p.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*")).orElse("/");
  }

  /** Encodes a path segment or a query value. */
  static String encode(String value) {
    StringBuilder encoded = new StringBuilder(value.length() + 8);
    value
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || PLAIN_ASCII.indexOf(c) >= 0) {
                encoded.appendCodePoint(c);
              } else {
                encodeBytes(c, encoded);
              }
            });
    return encoded.toString();
  }

  private static void encodeBytes(int codePoint, StringBuilder encoded) {
    for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      encoded.append('%').append(HEX.toHexDigits(b));
    }
  }
}
