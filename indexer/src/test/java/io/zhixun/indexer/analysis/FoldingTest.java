package io.zhixun.indexer.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void theTableOfSimplifiedCharactersIsThatOfIcu() {
    Transliterator icu = Transliterator.getInstance("Traditional-Simplified");

    List<String> different = new ArrayList<>();
    for (char unit = 0x3400; unit <= 0x9fff; unit++) {
      String simplified = icu.transliterate(String.valueOf(unit));
      boolean isOurs = simplified.length() != 1 || simplified.charAt(0) == unit;
      if (!isOurs && Folding.full(unit) != simplified.charAt(0)) {
        different.add(unit + "→" + simplified);
      }
    }

    assertEquals(List.of("苎→苧", "苧→苎"), different, "ICU swaps the two; ours leaves them");
  }

  @Test
  void foldingTwiceChangesNothingMore() {
    for (int unit = 0; unit <= Character.MAX_VALUE; unit++) {
      char once = Folding.full((char) unit);
      assertEquals(once, Folding.full(once), String.format("U+%04X", unit));
      assertEquals(
          once, Folding.full(Folding.readable((char) unit)), String.format("U+%04X", unit));
    }
  }

  @Test
  void surrogatesAreLeftAlone() {
    for (char unit = Character.MIN_SURROGATE; unit <= Character.MAX_SURROGATE; unit++) {
      assertEquals(unit, Folding.full(unit));
    }
  }

  @Test
  void japaneseAndKoreanLettersKeepTheirMarks() {
    assertEquals("がパ한", Folding.full(Normalizer.normalize("がパ한", Normalizer.Form.NFC)));
  }

  @Test
  void textsWithoutAnythingToFoldAreNotCopied() {
    String text = "机器学习 c++";

    assertEquals(System.identityHashCode(text), System.identityHashCode(Folding.full(text)));
  }
}
