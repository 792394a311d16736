package io.zhixun.search.pipeline;

import io.zhixun.ranking.feature.ItemFacts;
import java.util.List;

/**
 * One work that matches, shown as its best edition.
 *
 * @param score lexical relevance of the edition shown, larger is better
 * @param others its other visible editions that match too
 */
record WorkMatch(ItemFacts item, float score, List<ItemFacts> others) {}
