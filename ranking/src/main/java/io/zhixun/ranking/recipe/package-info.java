/**
 * Which methods to use for the data at hand, in which proportions; and the learned model that comes
 * of it.
 *
 * <p>Start at {@link io.zhixun.ranking.recipe.RecipeTrainer}, which tries methods on a validation
 * slice of the training data and trains the chosen ones on all of it, and {@link
 * io.zhixun.ranking.recipe.LearnedModel}, which proposes and scores items for a {@link
 * io.zhixun.ranking.recipe.History} and becomes the segments that a snapshot holds. What was
 * chosen, and the numbers it was chosen by, is its {@link io.zhixun.ranking.recipe.Choice}.
 *
 * <p>The same parts, with the same approximate search, are measured on the validation slice and
 * serve requests. Depends on: the other learning packages. Knows nothing of features of items,
 * rules or requests.
 */
package io.zhixun.ranking.recipe;
