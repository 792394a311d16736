package io.zhixun.endtoend;

import io.zhixun.cli.Demo;
import io.zhixun.cli.Product;
import io.zhixun.corpus.sample.BehaviourSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The product that the tests look at: the demo with few learners, started once for a test class.
 */
final class ProductUnderTest implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final Path data;
  private final Product product;

  private ProductUnderTest(Path data, Product product) {
    this.data = data;
    this.product = product;
  }

  /** Starts the product on a free loopback port. */
  static ProductUnderTest start() {
    try {
      Path data = Files.createTempDirectory("zhixun-end-to-end");
      BehaviourSettings few = new BehaviourSettings(150, 2.2, 200, 7);
      return new ProductUnderTest(data, Demo.start(data, 0, few, InstantSource.fixed(NOW)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it answers, without a slash at the end. */
  String address() {
    return product.address();
  }

  @Override
  public void close() {
    product.close();
    try (Stream<Path> files = Files.walk(data)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
