package io.zhixun.server;

import io.zhixun.cli.Demo;
import io.zhixun.cli.Product;
import io.zhixun.corpus.sample.BehaviourSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** The whole product over the bundled sample, with few learners and a clock that stands still. */
public final class DemoServer implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final Product product;

  private DemoServer(Product product) {
    this.product = product;
  }

  /** Starts it on a free loopback port over an empty folder. */
  public static DemoServer start(Path folder, int learners) {
    BehaviourSettings few = new BehaviourSettings(learners, 2.2, 200, 7);
    return new DemoServer(Demo.start(folder, 0, few, InstantSource.fixed(NOW)));
  }

  /** Where it answers, without a slash at the end. */
  public String address() {
    return product.address();
  }

  Client client() {
    return Client.of(Integer.parseInt(address().replaceAll(".*:", "")));
  }

  @Override
  public void close() {
    product.close();
  }
}
