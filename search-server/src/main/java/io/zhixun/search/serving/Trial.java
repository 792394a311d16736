package io.zhixun.search.serving;

import io.zhixun.corpus.Rule;
import io.zhixun.store.Term;
import java.util.function.UnaryOperator;

/**
 * What answers would be with one rule or synonym more: everything else is what is served, so
 * nothing is built and nobody sees it. Close it when the answers are made.
 */
public final class Trial implements AutoCloseable {
  private final Generations.Lease lease;
  private final Generations generations = new Generations();

  private Trial(Generations.Lease lease) {
    this.lease = lease;
  }

  /** With the rule, or with its new content where one of that name is published. */
  public static Trial of(Generations served, Rule rule) {
    return of(served.lease(), generation -> generation.with(rule));
  }

  /** With a line of synonyms, or with its new content where one of that name is there. */
  public static Trial of(Generations served, Term synonym) {
    return of(served.lease(), generation -> generation.with(synonym));
  }

  private static Trial of(Generations.Lease lease, UnaryOperator<Generation> change) {
    Trial trial = new Trial(lease);
    trial.generations.swap(change.apply(lease.generation()));
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
