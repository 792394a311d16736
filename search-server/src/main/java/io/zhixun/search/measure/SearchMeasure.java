package io.zhixun.search.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Event.Context;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.search.lexical.Filters;
import io.zhixun.search.lexical.Sort;
import io.zhixun.search.pipeline.Answers;
import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.pipeline.Requests;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Asks the product judged queries and measures its answers. */
public final class SearchMeasure {
  private static final int DEEP = 100;
  private static final int SHALLOW = 10;

  private final Discovery discovery;
  private final Instant now;

  public SearchMeasure(Discovery discovery, Instant now) {
    this.discovery = discovery;
    this.now = now;
  }

  /**
   * What was measured.
   *
   * @param lists the best 100 of each query, in the order of the queries
   */
  public record Result(JudgedQueries judged, List<List<Answers.Hit>> lists, double seconds) {
    public Result {
      lists = List.copyOf(lists);
    }
  }

  public Result run(JudgedQueries judged, Requests.Mode mode) {
    long start = System.nanoTime();
    List<List<Answers.Hit>> lists = new ArrayList<>();
    for (JudgedQueries.Query query : judged.queries()) {
      lists.add(hits(query.text(), mode, Optional.empty(), DEEP));
    }
    return new Result(judged, lists, (System.nanoTime() - start) / 1e9);
  }

  /** The first hits of one search; what is typed beyond the limit of a request is cut off. */
  List<Answers.Hit> hits(String query, Requests.Mode mode, Optional<UserId> user, int size) {
    int limit = Requests.MAX_QUERY;
    String typed = query.length() <= limit ? query : query.substring(0, limit);
    return discovery
        .search(
            new Requests.Search(
                typed,
                Filters.NONE,
                List.of(),
                mode,
                Sort.RELEVANCE,
                new Requests.Page(size, Optional.empty()),
                new Requests.Audience(user, OptionalDouble.empty(), Context.UNKNOWN, false)),
            now)
        .hits();
  }

  /**
   * Means over queries: nDCG with gain 2^grade − 1 and discount log2(rank + 1) (Burges et al.,
   * Learning to rank using gradient descent, 2005), the reciprocal rank of the first relevant item,
   * and the share of the relevant items that is found.
   */
  public static ObjectNode metrics(Result result) {
    double ndcg = 0;
    double mrr = 0;
    double recall = 0;
    double deepRecall = 0;
    for (int q = 0; q < result.lists().size(); q++) {
      Map<String, Integer> grades =
          result.judged().grades().get(result.judged().queries().get(q).id());
      List<Integer> gained =
          result.lists().get(q).stream()
              .map(hit -> grades.getOrDefault(hit.item().id().value(), 0))
              .toList();
      List<Integer> ideal = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
      ndcg += dcg(gained) / dcg(ideal);
      mrr += reciprocalRank(gained);
      recall += (double) relevant(gained, SHALLOW) / relevant(ideal, ideal.size());
      deepRecall += (double) relevant(gained, DEEP) / relevant(ideal, ideal.size());
    }
    double queries = Math.max(1, result.lists().size());
    return JsonNodeFactory.instance
        .objectNode()
        .put("ndcg@10", ndcg / queries)
        .put("mrr@10", mrr / queries)
        .put("recall@10", recall / queries)
        .put("recall@100", deepRecall / queries);
  }

  private static double dcg(List<Integer> grades) {
    double sum = 0;
    for (int rank = 0; rank < Math.min(SHALLOW, grades.size()); rank++) {
      sum += (Math.pow(2, Math.max(0, grades.get(rank))) - 1) * Math.log(2) / Math.log(rank + 2.0);
    }
    return sum;
  }

  private static double reciprocalRank(List<Integer> grades) {
    for (int rank = 0; rank < Math.min(SHALLOW, grades.size()); rank++) {
      if (grades.get(rank) > 0) {
        return 1.0 / (rank + 1);
      }
    }
    return 0;
  }

  private static long relevant(List<Integer> grades, int cut) {
    return grades.stream().limit(cut).filter(grade -> grade > 0).count();
  }

  /**
   * Writes the lists as a TREC run, {@code qid Q0 pid rank score tag}.
   *
   * @throws CorpusFileException when the file cannot be written
   */
  public static void write(Path file, Result result) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int q = 0; q < result.lists().size(); q++) {
        String query = result.judged().queries().get(q).id();
        List<Answers.Hit> hits = result.lists().get(q);
        for (int rank = 0; rank < hits.size(); rank++) {
          Answers.Hit hit = hits.get(rank);
          out.write(
              "%s Q0 %s %d %s zhixun%n".formatted(query, hit.item().id(), rank + 1, hit.score()));
        }
      }
    } catch (IOException e) {
      throw CorpusFileException.writing(file, e);
    }
  }
}
