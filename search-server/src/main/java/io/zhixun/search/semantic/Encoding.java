package io.zhixun.search.semantic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhixun.indexer.text.TextEncoder;
import io.zhixun.indexer.text.TextException;
import io.zhixun.indexer.text.TextSettings;
import io.zhixun.indexer.text.TextWindows;
import io.zhixun.indexer.text.VectorCache;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The encoder of this process, on two platform threads of its own: one for queries, whose askers
 * wait only so long, and one for the texts of items, for which nobody waits. It is loaded in the
 * background; without it everything else goes on.
 */
public final class Encoding implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Encoding.class);
  private static final int QUERIES_KEPT = 2_000;

  private final TextSettings settings;
  private final ExecutorService queries = thread("zhixun-query-encoder");
  private final ExecutorService texts = thread("zhixun-text-encoder");
  private final Cache<String, float[]> known =
      Caffeine.newBuilder().maximumSize(QUERIES_KEPT).build();
  private final CompletableFuture<Tools> tools;

  private record Tools(TextEncoder encoder, VectorCache cache) {}

  private Encoding(TextSettings settings, Path cache) {
    this.settings = settings;
    this.tools =
        settings.enabled()
            ? CompletableFuture.supplyAsync(() -> load(cache), queries)
            : CompletableFuture.failedFuture(new IllegalStateException("text.enabled is false"));
  }

  /**
   * Begins to load the encoder.
   *
   * @param cache the file that vectors of texts are kept in
   */
  public static Encoding start(TextSettings settings, Path cache) {
    return new Encoding(settings, cache);
  }

  /** One that never encodes. */
  static Encoding off() {
    return new Encoding(new TextSettings(false, 150, 1), Path.of(""));
  }

  private static ExecutorService thread(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }

  private static Tools load(Path cache) {
    try {
      TextEncoder encoder = TextEncoder.load();
      return new Tools(encoder, VectorCache.open(cache, encoder.name() + ", " + encoder.probe()));
    } catch (TextException e) {
      LOG.warn("search goes by words alone: {}", e.getMessage());
      throw e;
    }
  }

  boolean isEnabled() {
    return settings.enabled();
  }

  TextWindows windows() {
    return new TextWindows(settings);
  }

  /** Waits until it is known whether the encoder works; what is wrong when it does not. */
  public Optional<String> problem(Duration atMost) {
    try {
      tools.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(String.valueOf(e.getCause().getMessage()));
    } catch (TimeoutException e) {
      return Optional.empty(); // it may still come
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The vector of a query; empty when there is none in time. The array must not be written. */
  Optional<float[]> query(String query, Duration patience) {
    float[] before = known.getIfPresent(query);
    if (before != null) {
      return Optional.of(before);
    }
    CompletableFuture<float[]> vector =
        tools.thenApplyAsync(loaded -> loaded.encoder().encode(query), queries);
    try {
      float[] made = vector.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      known.put(query, made);
      return Optional.of(made);
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Does something on the thread for texts, after what was asked before, once the encoder works.
   */
  CompletableFuture<Void> later(Runnable work) {
    return tools.thenAcceptAsync(_ -> work.run(), texts);
  }

  /** The vector of an item's text, from the cache or made now; for the thread for texts. */
  float[] text(String text) {
    Tools loaded = tools.join();
    return loaded
        .cache()
        .get(text)
        .orElseGet(
            () -> {
              float[] vector = loaded.encoder().encode(text);
              loaded.cache().put(text, vector);
              return vector;
            });
  }

  @Override
  public void close() {
    queries.shutdown();
    texts.shutdownNow();
    try {
      if (queries.awaitTermination(10, TimeUnit.SECONDS)
          && texts.awaitTermination(10, TimeUnit.SECONDS)
          && !tools.isCompletedExceptionally()) {
        Tools loaded = tools.join();
        loaded.cache().close();
        loaded.encoder().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
