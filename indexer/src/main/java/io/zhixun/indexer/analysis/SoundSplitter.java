package io.zhixun.indexer.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The three granularities of sound. Punctuation between Chinese characters is not heard; a term of
 * another script interrupts and, but for initials, stands whole.
 */
final class SoundSplitter implements Splitter {
  private static final List<String> START = List.of("^");
  private static final List<String> END = List.of("$");

  private final Pinyin pinyin;
  private final Rule rule;

  private SoundSplitter(Pinyin pinyin, Rule rule) {
    this.pinyin = pinyin;
    this.rule = rule;
  }

  /** ji qi xue xi. */
  static Splitter syllables(Pinyin pinyin) {
    return new SoundSplitter(pinyin, SoundSplitter::appendSyllables);
  }

  /** ji'qi qi'xue xue'xi; with the apostrophe, because xi'an is not xian. */
  static Splitter pairs(Pinyin pinyin) {
    return new SoundSplitter(pinyin, SoundSplitter::appendPairs);
  }

  /** ^j jq qx xx x$. */
  static Splitter initials(Pinyin pinyin) {
    return new SoundSplitter(pinyin, SoundSplitter::appendInitials);
  }

  @Override
  public List<Token> split(String text) {
    List<Sound> sounds = new ArrayList<>();
    for (Run run : Run.of(text)) {
      switch (run.kind()) {
        case HAN -> addReadings(text, run, sounds);
        case TERM -> {
          List<String> term = List.of(text.substring(run.start(), run.end()));
          sounds.add(new Sound(term, run.start(), run.end(), false));
        }
        case SYLLABIC, SYMBOL -> {}
      }
    }
    TokenList tokens = new TokenList(text);
    rule.append(sounds, tokens);
    return tokens.tokens();
  }

  private void addReadings(String text, Run run, List<Sound> sounds) {
    int at = run.start();
    for (List<String> readings : pinyin.readings(text, run.start(), run.end())) {
      int next = text.offsetByCodePoints(at, 1);
      if (!readings.isEmpty()) {
        sounds.add(new Sound(readings, at, next, true));
      }
      at = next;
    }
  }

  private static void appendSyllables(List<Sound> sounds, TokenList tokens) {
    sounds.forEach(sound -> tokens.append(sound.spellings, sound.start, sound.end));
  }

  private static void appendPairs(List<Sound> sounds, TokenList tokens) {
    for (int i = 0; i < sounds.size(); i++) {
      Sound sound = sounds.get(i);
      boolean hasNext = i + 1 < sounds.size() && sounds.get(i + 1).isSyllable;
      boolean hasPrevious = i > 0 && sounds.get(i - 1).isSyllable;
      if (sound.isSyllable && hasNext) {
        Sound next = sounds.get(i + 1);
        tokens.append(joined(sound.spellings, "'", next.spellings), sound.start, next.end);
      } else if (!sound.isSyllable || !hasPrevious) {
        tokens.append(sound.spellings, sound.start, sound.end);
      }
    }
  }

  private static void appendInitials(List<Sound> all, TokenList tokens) {
    List<Sound> sounds = all.stream().filter(Sound::isSyllable).toList();
    if (sounds.isEmpty()) {
      return;
    }
    Sound previous = sounds.getFirst();
    tokens.append(joined(START, "", previous.initials()), previous.start, previous.end);
    for (Sound sound : sounds.subList(1, sounds.size())) {
      tokens.append(joined(previous.initials(), "", sound.initials()), previous.start, sound.end);
      previous = sound;
    }
    tokens.append(joined(previous.initials(), "", END), previous.start, previous.end);
  }

  /** Each of the first with each of the second. */
  private static Set<String> joined(
      Collection<String> first, String separator, Collection<String> second) {
    Set<String> joined = new LinkedHashSet<>();
    for (String one : first) {
      for (String other : second) {
        joined.add(one + separator + other);
      }
    }
    return joined;
  }

  /** One syllable in its likely readings, or one term that is not pinyin. */
  private record Sound(List<String> spellings, int start, int end, boolean isSyllable) {
    Set<String> initials() {
      Set<String> initials = new LinkedHashSet<>();
      spellings.forEach(spelling -> initials.add(spelling.substring(0, 1)));
      return initials;
    }
  }

  /** How sounds become tokens. */
  private interface Rule {
    void append(List<Sound> sounds, TokenList tokens);
  }
}
