package io.zhixun.server.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.Problem;
import io.zhixun.corpus.check.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a line, to somebody who reads Chinese. */
class ProblemWordsTest {
  private static List<String> said(String line) {
    return switch (StrictJson.read(line.replace('\'', '"')).then(ItemCheck::read)) {
      case Checked.Valid<?> _ -> List.of();
      case Checked.Invalid<?>(List<Problem> problems) ->
          problems.stream().map(ProblemWords::sentence).toList();
    };
  }

  @Test
  void whatWasProbablyMeantIsSaidInChinese() {
    assertEquals(
        List.of("「形式」不是允许的取值，现在是 \"COURS\"，是不是想写 COURSE？"),
        said("{'id':'x','format':'COURS','title':'标题'}"));
    assertEquals(
        List.of("「titel」没有这个字段，是不是想写 title？", "「标题」必填，但没有填").stream().sorted().toList(),
        said("{'id':'x','format':'COURSE','titel':'标题'}").stream().sorted().toList());
  }

  @Test
  void noEnglishSentenceIsLeft() {
    for (String line :
        List.of(
            "{'id':'a b','format':'COURSE','title':'标题'}",
            "{'id':'x','format':'COURSE','title':'标题','rating':9}",
            "{'id':'x','format':'COURSE','title':'标题','published':'昨天'}",
            "{'id':'x','format':'COURSE','title':' '}",
            "{'id':'x','format':'COURSE','title':'标题','sensitiveToMinors':'yes'}",
            "{'id':'x','format':'COURSE','title':'标题','prerequisites':['x']}")) {
      List<String> said = said(line);

      assertFalse(said.isEmpty(), line);
      said.forEach(
          sentence ->
              assertFalse(sentence.matches("(?s).*[a-z]{2,} [a-z]{2,} [a-z]{2,}.*"), sentence));
    }
  }
}
