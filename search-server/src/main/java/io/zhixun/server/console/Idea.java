package io.zhixun.server.console;

import io.zhixun.search.remedy.Remedies;
import io.zhixun.search.remedy.Remedy;
import java.util.Optional;

/**
 * A proposal in words.
 *
 * @param kind what is to be made
 * @param subject of what
 * @param why it is proposed
 * @param line of synonyms that can be measured
 * @param word to be kept whole
 */
record Idea(String kind, String subject, String why, Optional<String> line, Optional<String> word) {

  static Idea of(String query, Remedy remedy) {
    return switch (remedy) {
      case Remedy.Synonym synonym ->
          new Idea(
              "同义词",
              synonym.target(),
              why(synonym),
              Optional.of(Remedies.line(query, synonym.target())),
              Optional.empty());
      case Remedy.Word word ->
          new Idea(
              "领域词",
              word.word(),
              word.bearers() + " 项内容的标题或话题里有它，分词却把它拆成了单字",
              Optional.empty(),
              Optional.of(word.word()));
      case Remedy.Missing _ ->
          new Idea("缺内容", "", "目录里没有相近的词，可能该补内容了", Optional.empty(), Optional.empty());
    };
  }

  private static String why(Remedy.Synonym synonym) {
    return switch (synonym.why()) {
      case SEARCHED_NEXT -> "搜不到的人随后改搜了它（" + synonym.bearers() + " 次）";
      case SAME_SOUND -> "读音相同，" + synonym.bearers() + " 项内容里有";
      case ONE_CHARACTER_OFF -> "只差一个字，" + synonym.bearers() + " 项内容里有";
      case SHARED_CHARACTERS -> "有一半以上的字相同，" + synonym.bearers() + " 项内容里有";
      case NEAR_IN_MEANING -> "意思最接近的内容里，" + synonym.bearers() + " 项有这个话题";
    };
  }
}
