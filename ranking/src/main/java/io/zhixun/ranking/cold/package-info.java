/**
 * Items that nobody took yet: what their words, authors and categories say about who would.
 *
 * <p>Start at {@link io.zhixun.ranking.cold.ColdModel}. It knows items and numbers; where texts are
 * analysed, indexed or searched it does not know.
 *
 * <p>Depends on: {@code corpus}, {@code interaction}, {@code math}, {@code persist}, {@code
 * recipe}.
 */
package io.zhixun.ranking.cold;
