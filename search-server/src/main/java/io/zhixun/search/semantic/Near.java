package io.zhixun.search.semantic;

import java.util.Comparator;

/**
 * An item and how near it is.
 *
 * @param cosine of centred vectors, of the item's nearest window
 */
public record Near(int row, float cosine) {
  static final Comparator<Near> NEAREST_FIRST =
      Comparator.comparingDouble((Near near) -> -near.cosine()).thenComparingInt(Near::row);
}
