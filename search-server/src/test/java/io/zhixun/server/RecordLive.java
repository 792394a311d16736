package io.zhixun.server;

import io.zhixun.search.serving.Live;
import io.zhixun.store.Change;
import io.zhixun.store.Origin;
import io.zhixun.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A live state that is the record itself, and that can be made to fail. */
public final class RecordLive implements Live {
  private final Store store;
  private final List<Warning> warnings = new ArrayList<>();
  volatile boolean ready = true;
  volatile String snapshot = "snapshot";
  volatile Optional<RuntimeException> failure = Optional.empty();

  public RecordLive(Store store) {
    this.store = store;
  }

  @Override
  public WriteResult accept(List<Change> changes, Origin origin) {
    failure.ifPresent(
        thrown -> {
          throw thrown;
        });
    var result = store.submit(changes, origin).join();
    return new WriteResult(result.outcomes(), result.seq());
  }

  @Override
  public boolean awaitSeq(long seq, Duration atMost) {
    return store.lastSeq() >= seq;
  }

  @Override
  public long seq() {
    return store.lastSeq();
  }

  @Override
  public String generation() {
    return snapshot + "@" + seq();
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  synchronized void warn(String code, String detail) {
    warnings.add(new Warning(code, detail));
  }

  @Override
  public synchronized List<Warning> warnings() {
    return List.copyOf(warnings);
  }
}
