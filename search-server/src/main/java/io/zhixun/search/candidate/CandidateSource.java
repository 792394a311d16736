package io.zhixun.search.candidate;

import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.util.List;

/** One way to find items worth scoring. Stateless; safe for many threads. */
public interface CandidateSource {
  /** The stable name: in answers, settings, metrics. */
  String name();

  /** At most {@code limit} rows for this seeker, best first; none when it has nothing to say. */
  List<Integer> propose(Generation generation, Seeker seeker, int limit);

  /** A source and how many rows it may name. */
  record Share(CandidateSource source, int limit) {}
}
