package io.zhixun.corpus;

/** Who acted: a learner who is signed in, or an anonymous visitor. */
public sealed interface Actor {
  record User(UserId id) implements Actor {}

  record Visitor(VisitorId id) implements Actor {}
}
