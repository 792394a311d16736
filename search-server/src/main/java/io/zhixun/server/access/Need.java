package io.zhixun.server.access;

/** What a route asks of its caller. Every route states one. */
public enum Need {
  /** Answers anybody, whatever the load: for those who watch the server. */
  PROBE,
  /** Answers anybody. */
  PUBLIC,
  READER,
  RANKER,
  EVENTS,
  EDITOR,
  ADMIN,
  /** An editor, or a key bound to the learner that the path names. */
  LEARNER
}
