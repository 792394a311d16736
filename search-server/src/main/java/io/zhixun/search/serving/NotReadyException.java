package io.zhixun.search.serving;

/** There is nothing to answer from yet. */
public final class NotReadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotReadyException(String message) {
    super(message);
  }
}
