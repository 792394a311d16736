package io.zhixun.indexer.build;

import io.zhixun.config.Dictionaries;
import io.zhixun.ranking.interaction.EventWeights;
import io.zhixun.ranking.recipe.RecipeSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Everything that a snapshot depends on besides the corpus and the dictionaries.
 *
 * @param weights how much each kind of behaviour says
 * @param recipe how it is learned from
 */
public record BuildSettings(IndexSettings index, EventWeights weights, RecipeSettings recipe) {
  /** The shipped ones. */
  public static BuildSettings defaults() {
    return new BuildSettings(
        IndexSettings.defaults(), EventWeights.DEFAULTS, RecipeSettings.defaults());
  }

  /**
   * Stands for these settings and dictionaries: equal when a build would give the same. What
   * depends on the machine alone (threads, memory) does not enter.
   */
  public String digest(Dictionaries dictionaries) {
    BuildSettings plain =
        new BuildSettings(index.withThreads(1), weights, recipe.withThreads(1).withMemoryBytes(1));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(plain.toString().getBytes(StandardCharsets.UTF_8));
      digest.update(dictionaries.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
