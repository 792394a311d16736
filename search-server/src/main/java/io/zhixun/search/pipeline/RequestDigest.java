package io.zhixun.search.pipeline;

import io.zhixun.search.serving.Seeker;
import java.util.List;
import java.util.TreeMap;

/**
 * A number for what a request asks, so that a cursor continues no other one. The same in every
 * process: servers that share a secret continue each other's cursors.
 */
final class RequestDigest {
  private RequestDigest() {}

  static long of(Requests.Search request, Seeker seeker) {
    TreeMap<String, List<String>> filters = new TreeMap<>();
    request
        .filters()
        .wanted()
        .forEach((facet, values) -> filters.put(facet.name(), values.stream().sorted().toList()));
    return hash(
        "search",
        request.query(),
        filters.toString(),
        request.sort().name(),
        request.mode().name(),
        seeker.user().toString(),
        Double.toString(seeker.weight()));
  }

  static long of(Requests.Feed request, Seeker seeker) {
    return hash(
        "feed",
        request.scenario().name(),
        request.item().toString(),
        seeker.user().toString(),
        Double.toString(seeker.weight()));
  }

  /** FNV-1a over the UTF-16 units, with a unit that no text has between the parts. */
  private static long hash(String... parts) {
    long hash = 0xcbf29ce484222325L;
    for (String part : parts) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ 0xFFFF) * 0x100000001b3L;
    }
    return hash;
  }
}
