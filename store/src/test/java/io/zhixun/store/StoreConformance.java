package io.zhixun.store;

import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/**
 * What every store does, whatever database it is on. To run it on one, extend it in a test of your
 * own and say how to open a store; the database must be empty before each test.
 */
public abstract class StoreConformance {

  /** Opens a store on this test's database, which other stores may have open at the same time. */
  protected abstract Store open(StoreSettings settings, InstantSource clock);

  @Nested
  class Changes extends ChangesConformance {
    @Override
    Store open(StoreSettings settings, InstantSource clock) {
      return StoreConformance.this.open(settings, clock);
    }
  }

  @Nested
  class Concurrency extends ConcurrencyConformance {
    @Override
    Store open(StoreSettings settings, InstantSource clock) {
      return StoreConformance.this.open(settings, clock);
    }
  }

  @Nested
  class Reads extends ReadsConformance {
    @Override
    Store open(StoreSettings settings, InstantSource clock) {
      return StoreConformance.this.open(settings, clock);
    }
  }

  @Nested
  class History extends HistoryConformance {
    @Override
    Store open(StoreSettings settings, InstantSource clock) {
      return StoreConformance.this.open(settings, clock);
    }
  }

  @Nested
  class Rights extends RightsConformance {
    @Override
    Store open(StoreSettings settings, InstantSource clock) {
      return StoreConformance.this.open(settings, clock);
    }
  }

  @Nested
  class Editing extends EditingConformance {
    @Override
    Store open(StoreSettings settings, InstantSource clock) {
      return StoreConformance.this.open(settings, clock);
    }
  }

  /** Makes this test's database empty again; no store has it open. */
  protected abstract void clear() throws Exception;

  @Nested
  class Keeping extends KeepingConformance {
    @Override
    void clear() throws Exception {
      StoreConformance.this.clear();
    }

    @Override
    Store open(StoreSettings settings, InstantSource clock) {
      return StoreConformance.this.open(settings, clock);
    }
  }

  @Nested
  class KeyRing extends KeysConformance {
    @Override
    Store open(StoreSettings settings, InstantSource clock) {
      return StoreConformance.this.open(settings, clock);
    }
  }

  @Nested
  class SignIn extends AccountsConformance {
    @Override
    Store open(StoreSettings settings, InstantSource clock) {
      return StoreConformance.this.open(settings, clock);
    }
  }
}
