package io.zhixun.store;

import java.util.List;

/**
 * What became of the changes of one call.
 *
 * @param outcomes one for each change, in order
 * @param seq whoever has seen the record up to here has seen the effect of all of them
 */
public record WriteResult(List<Outcome> outcomes, long seq) {
  public WriteResult {
    outcomes = List.copyOf(outcomes);
  }
}
