package io.zhixun.indexer.text;

/**
 * How texts become vectors.
 *
 * @param enabled whether they do at all; without, search goes by words alone
 * @param windowCharacters how much of a long text one vector stands for
 * @param maxWindows how many vectors one item has at most; what comes after is not encoded
 */
public record TextSettings(boolean enabled, int windowCharacters, int maxWindows) {
  public static final TextSettings DEFAULTS = new TextSettings(true, 150, 12);

  public TextSettings {
    if (windowCharacters < 30 || windowCharacters > 450) {
      throw new IllegalArgumentException(
          "windowCharacters must be 30..450, got " + windowCharacters);
    }
    if (maxWindows < 1 || maxWindows > 64) {
      throw new IllegalArgumentException("maxWindows must be 1..64, got " + maxWindows);
    }
  }
}
