package io.zhixun.search.candidate;

import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all sources propose for one seeker: each row once, with the names of the sources that
 * proposed it. A source that fails is named and the others go on.
 *
 * @param sources of each row, rows in order of first proposal
 * @param failed names of sources that threw
 */
public record Candidates(SequencedMap<Integer, List<String>> sources, List<String> failed) {
  private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);

  /** Asks every source that the settings give a share. */
  public static Candidates gather(
      Generation generation, Seeker seeker, CandidateSettings settings) {
    return gather(generation, seeker, limits(settings));
  }

  private static Map<CandidateSource, Integer> limits(CandidateSettings settings) {
    Map<CandidateSource, Integer> limits = new LinkedHashMap<>();
    limits.put(new EmbeddingSource(), settings.embedding());
    limits.put(new NeighbourSource(), settings.neighbour());
    limits.put(new InterestSource(), settings.interest());
    limits.put(new PopularSource(), settings.popular());
    limits.put(new FreshSource(), settings.fresh());
    return limits;
  }

  static Candidates gather(
      Generation generation, Seeker seeker, Map<CandidateSource, Integer> limits) {
    SequencedMap<Integer, List<String>> sources = new LinkedHashMap<>();
    List<String> failed = new ArrayList<>();
    limits.forEach(
        (source, limit) -> {
          try {
            for (int row :
                limit == 0 ? List.<Integer>of() : source.propose(generation, seeker, limit)) {
              sources.computeIfAbsent(row, _ -> new ArrayList<>(2)).add(source.name());
            }
          } catch (RuntimeException e) {
            LOG.error(
                "candidate source {} failed; the answer goes on without it", source.name(), e);
            failed.add(source.name());
          }
        });
    return new Candidates(sources, List.copyOf(failed));
  }

  /** All rows, in order of first proposal. */
  public int[] rows() {
    return sources.sequencedKeySet().stream().mapToInt(Integer::intValue).toArray();
  }
}
