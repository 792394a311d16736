package io.zhixun.search.semantic;

/**
 * An item and how near it is.
 *
 * @param cosine of centred vectors, of the item's nearest window
 */
public record Near(int row, float cosine) {}
