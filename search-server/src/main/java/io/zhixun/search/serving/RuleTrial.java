package io.zhixun.search.serving;

import io.zhixun.corpus.Rule;

/**
 * What answers would be with one rule more: everything else is what is served, so nothing is built
 * and nobody sees it. Close it when the answers are made.
 */
public final class RuleTrial implements AutoCloseable {
  private final Generations.Lease lease;
  private final Generations generations = new Generations();

  private RuleTrial(Generations.Lease lease) {
    this.lease = lease;
  }

  /** With the rule, or with its new content where one of that name is published. */
  public static RuleTrial of(Generations served, Rule rule) {
    RuleTrial trial = new RuleTrial(served.lease());
    trial.generations.swap(trial.lease.generation().with(rule));
    return trial;
  }

  /** What a pipeline takes its answers from. */
  public Generations generations() {
    return generations;
  }

  /** Gives back what is served; what was on trial owns nothing of its own. */
  @Override
  public void close() {
    lease.close();
  }
}
