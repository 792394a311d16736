package io.zhixun.search.measure;

import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.ranking.math.ScoredRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lists as a TREC run, {@code user Q0 item rank score tag}, so that anyone can measure them again.
 */
public final class TrecRun {
  private static final String TAG = "zhixun";

  private TrecRun() {}

  /**
   * Writes the lists that were measured.
   *
   * @throws CorpusFileException when the file cannot be written
   */
  public static void write(
      Path file, RecommendationData data, RecommendationMeasure.Result result) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int at = 0; at < result.lists().size(); at++) {
        int user = data.userIds().get(result.blended().users().get(at));
        ScoredRows list = result.lists().get(at);
        for (int rank = 0; rank < list.size(); rank++) {
          int item = data.itemIds().get(list.row(rank));
          out.write(
              user + " Q0 " + item + " " + (rank + 1) + " " + list.score(rank) + " " + TAG + "\n");
        }
      }
    } catch (IOException e) {
      throw CorpusFileException.writing(file, e);
    }
  }
}
