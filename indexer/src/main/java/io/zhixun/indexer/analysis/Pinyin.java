package io.zhixun.indexer.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How Chinese characters sound, without tone and with v for ü: the longest phrase of the dictionary
 * decides (银行 yin hang), else the character's commonest reading; a few everyday characters are
 * heard in two ways where no phrase decides (佛 fo, fu).
 *
 * <p>The dictionaries (41,000 characters, 43,000 phrases) are those of the library {@code
 * com.github.houbb:pinyin}, read here because its own code drops characters it does not know, and
 * with them the way back to offsets.
 */
final class Pinyin {
  private static final String CHARACTERS = "/pinyin_dict_char.txt";
  private static final String PHRASES = "/pinyin_dict_phrase.txt";

  /** Characters with two everyday readings, which the dictionary cannot choose between. */
  private static final String HEARD_BOTH_WAYS =
      """
      佛 fo fu, 谁 shei shui, 长 chang zhang, 行 xing hang, 重 zhong chong, 乐 le yue, 单 dan shan,
      曾 zeng ceng, 还 hai huan, 都 dou du, 传 chuan zhuan, 朝 chao zhao, 藏 cang zang, 血 xue xie,
      露 lu lou, 薄 bo bao, 盛 sheng cheng, 种 zhong chong, 调 diao tiao, 率 lv shuai, 弹 dan tan,
      降 jiang xiang, 会 hui kuai, 宿 su xiu, 角 jiao jue, 参 can shen, 差 cha chai, 校 xiao jiao,
      省 sheng xing, 沈 shen chen, 仇 chou qiu, 解 jie xie, 查 cha zha, 区 qu ou, 塞 sai se,
      说 shuo shui, 地 di de, 得 de dei, 着 zhe zhao, 了 le liao, 觉 jue jiao, 给 gei ji, 壳 ke qiao
      """;

  private final Map<Integer, List<String>> characters = new HashMap<>();
  private final WordTable phrases;
  private final List<List<String>> phraseReadings = new ArrayList<>();

  private Pinyin() {
    Map<String, String> forms = new HashMap<>();
    lines(CHARACTERS).forEach(line -> addCharacter(line, forms));
    for (String both : HEARD_BOTH_WAYS.strip().split(",\\s+", -1)) {
      characters.put(both.codePointAt(0), List.of(both.substring(2).split(" ", -1)));
    }
    Map<String, List<String>> readings = new TreeMap<>(); // in the order of the table's numbers
    lines(PHRASES).forEach(line -> addPhrase(line, forms, readings));
    phrases = new WordTable(readings.keySet());
    phraseReadings.addAll(readings.values());
  }

  /** The one copy; it takes a fifth of a second to read. */
  static Pinyin dictionary() {
    return Holder.DICTIONARY;
  }

  private static final class Holder {
    private static final Pinyin DICTIONARY = new Pinyin();
  }

  /**
   * How each code point of a run may be read, in order, the likelier first; an empty list for those
   * without a reading.
   *
   * @param text folded to {@link Folding#readable}
   */
  List<List<String>> readings(String text, int start, int end) {
    List<List<String>> readings = new ArrayList<>();
    int at = start;
    while (at < end) {
      int phrase = phrases.longest(text, at, end, _ -> true);
      if (phrase == WordTable.NONE) {
        int codePoint = text.codePointAt(at);
        readings.add(characters.getOrDefault(codePoint, List.of()));
        at += Character.charCount(codePoint);
      } else {
        phraseReadings.get(phrase).forEach(reading -> readings.add(List.of(reading)));
        at += phrases.word(phrase).length();
      }
    }
    return readings;
  }

  /** Every syllable that some character has as a reading. */
  Set<String> syllables() {
    Set<String> syllables = new TreeSet<>();
    characters.values().forEach(syllables::addAll);
    return syllables;
  }

  /** A line like {@code 行:xíng,háng}; a traditional form never overrides the simplified one. */
  private void addCharacter(String line, Map<String, String> forms) {
    int colon = line.indexOf(':');
    String reading = withoutTone(firstOf(line.substring(colon + 1)), forms);
    if (reading.isEmpty()) {
      return;
    }
    String character = line.substring(0, colon);
    String folded = Folding.readable(character);
    if (folded.equals(character)) {
      characters.put(character.codePointAt(0), List.of(reading));
    } else {
      characters.putIfAbsent(folded.codePointAt(0), List.of(reading));
    }
  }

  private static String firstOf(String readings) {
    int comma = readings.indexOf(',');
    return comma < 0 ? readings : readings.substring(0, comma);
  }

  /** A line like {@code 银行:yín háng}; one whose counts differ is of no use. */
  private static void addPhrase(
      String line, Map<String, String> forms, Map<String, List<String>> readings) {
    int colon = line.indexOf(':');
    String phrase = Folding.readable(line.substring(0, colon));
    List<String> reading =
        Arrays.stream(line.substring(colon + 1).strip().split(" +", -1))
            .map(syllable -> withoutTone(syllable, forms))
            .toList();
    boolean isUsable =
        reading.size() == phrase.codePointCount(0, phrase.length())
            && reading.stream().noneMatch(String::isEmpty);
    if (isUsable) {
      readings.put(phrase, reading);
    }
  }

  /** lǜ → lv; empty for what is not a syllable, such as hm. */
  private static String withoutTone(String syllable, Map<String, String> forms) {
    return forms.computeIfAbsent(
        syllable,
        toned -> {
          String plain =
              Normalizer.normalize(toned.strip(), Normalizer.Form.NFD)
                  .replace("u\u0308", "v")
                  .replaceAll("\\p{M}", "");
          return plain.matches("[a-z]*[aeiouv][a-z]*") ? plain : "";
        });
  }

  private static Stream<String> lines(String resource) {
    try (InputStream in = Pinyin.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.indexOf(':') > 0);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
