package io.zhixun.search.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zhixun.corpus.Item.Format;
import org.junit.jupiter.api.Test;

class LearnerCountsTest {
  @Test
  void largeCountsAreGivenInWanAndYiRoundedDown() {
    assertEquals("0", LearnerCounts.count(0));
    assertEquals("9999", LearnerCounts.count(9_999));
    assertEquals("1万", LearnerCounts.count(10_000));
    assertEquals("1.5万", LearnerCounts.count(15_999));
    assertEquals("28.6万", LearnerCounts.count(286_400));
    assertEquals("120万", LearnerCounts.count(1_209_999));
    assertEquals("9999万", LearnerCounts.count(99_999_999));
    assertEquals("1亿", LearnerCounts.count(100_000_000));
    assertEquals("12.3亿", LearnerCounts.count(1_234_567_890));
  }

  @Test
  void whatPeopleDoDependsOnTheFormatAndThereIsNoSpace() {
    assertEquals("1.1万人在听", LearnerCounts.learners(Format.AUDIO, 11_999));
    assertEquals("1.1万人在学", LearnerCounts.learners(Format.COURSE, 11_999));
    assertEquals("862人在读", LearnerCounts.learners(Format.EBOOK, 862));
    assertEquals("862人在读", LearnerCounts.learners(Format.COLUMN, 862));
    assertEquals("862人在看", LearnerCounts.learners(Format.VIDEO, 862));
  }
}
