package io.zhixun.ranking.rating;

import static io.zhixun.ranking.rating.RatingModel.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BaselineTest {
  private static Ratings three() {
    Ratings ratings = new Ratings(new Ratings.Shape(2, 2, 1, 5));
    ratings.add(0, 0, 5);
    ratings.add(0, 1, 3);
    ratings.add(1, 0, 4);
    return ratings;
  }

  @Test
  void theMeanIsTheSameForAll() {
    RatingModel mean = Baseline.mean(three());

    assertEquals(4, mean.predict(0, 0));
    assertEquals(4, mean.predict(UNKNOWN, 1));
    assertEquals((1 + 1 + 0) / 3.0, mean.squaredError(three()));
  }

  @Test
  void noBiasCanBeMovedToLowerTheLossThatIsDocumented() {
    Ratings ratings = three();
    RatingModel biased = Baseline.biased(ratings);

    for (int row = 0; row < 2; row++) {
      double item = 0;
      double user = 0;
      for (int entry = 0; entry < ratings.size(); entry++) {
        double rest =
            ratings.value(entry) - biased.predict(ratings.user(entry), ratings.item(entry));
        item += ratings.item(entry) == row ? rest : 0;
        user += ratings.user(entry) == row ? rest : 0;
      }
      assertEquals(2 * (biased.predict(UNKNOWN, row) - 4), item, 1e-6, "item " + row);
      assertEquals(5 * (biased.predict(row, UNKNOWN) - 4), user, 1e-6, "user " + row);
    }
    assertEquals(4, biased.predict(UNKNOWN, UNKNOWN));
  }

  @Test
  void predictionsStayWithinTheScale() {
    Ratings ratings = new Ratings(new Ratings.Shape(2, 41, 1, 5));
    for (int item = 0; item < 40; item++) {
      ratings.add(0, item, 5);
      ratings.add(1, item, 1);
    }
    ratings.add(1, 40, 5);
    RatingModel biased = Baseline.biased(ratings);

    assertEquals(5, biased.predict(0, 40));
  }

  @Test
  void noRatingsHaveTheMiddleOfTheScaleAsTheirMean() {
    assertEquals(3, new Ratings(new Ratings.Shape(0, 0, 1, 5)).mean());
  }
}
