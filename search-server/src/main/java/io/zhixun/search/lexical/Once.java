package io.zhixun.search.lexical;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that is made when it is first asked for, and kept. Safe for many threads. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile Optional<T> made = Optional.empty();

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    Optional<T> there = made;
    if (there.isEmpty()) {
      there = Optional.of(maker.get()); // made twice at worst, and the same
      made = there;
    }
    return there.get();
  }
}
