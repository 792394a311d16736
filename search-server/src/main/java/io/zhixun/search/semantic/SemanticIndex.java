package io.zhixun.search.semantic;

import io.zhixun.corpus.Item;
import io.zhixun.ranking.math.ScoredRows;
import io.zhixun.ranking.math.Simd;
import io.zhixun.ranking.math.TopRows;
import io.zhixun.search.semantic.Nearest.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items of one generation by meaning. One thread tells it of changes, any number ask.
 *
 * <p>Everything is encoded in the background, or read from the cache of vectors; until all of the
 * catalogue is there, nothing is found. An item that is put loses its old vectors at once and has
 * new ones a moment later. Whether an item may be shown is not known here.
 */
public final class SemanticIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SemanticIndex.class);

  private final Encoding encoding;
  private final SemanticSettings settings;
  private final UnaryOperator<String> exact;
  private final Map<Integer, Edit> edits = new ConcurrentHashMap<>();
  private volatile Optional<Vectors> vectors = Optional.empty();
  private volatile Why missing = Why.NOT_YET_THERE;
  private volatile boolean closed;

  /** What became of an item since the vectors were gathered: none while it is being encoded. */
  private record Edit(Item item, List<float[]> windows) {}

  /**
   * @param exact the form in which a query and a title are compared
   */
  public SemanticIndex(Encoding encoding, SemanticSettings settings, UnaryOperator<String> exact) {
    this.encoding = encoding;
    this.settings = settings;
    this.exact = exact;
  }

  /** An index of nothing. */
  public static SemanticIndex none() {
    SemanticIndex none =
        new SemanticIndex(Encoding.off(), SemanticSettings.DEFAULTS, UnaryOperator.identity());
    none.missing = Why.SOURCE_OFF;
    return none;
  }

  /**
   * Begins to encode a catalogue.
   *
   * @param items gives every item with its row
   * @return done when all is there, or it is clear that it will not be
   */
  public CompletableFuture<Void> build(Consumer<ObjIntConsumer<Item>> items) {
    Map<Integer, List<String>> texts = new TreeMap<>();
    if (encoding.isEnabled()) {
      items.accept(
          (item, row) -> {
            if (texts.size() <= settings.maxItems()) {
              texts.put(row, encoding.windows().of(item));
            }
          });
    }
    if (!encoding.isEnabled() || texts.size() > settings.maxItems()) {
      missing = Why.SOURCE_OFF;
      return CompletableFuture.completedFuture(null);
    }
    return encoding.later(() -> gather(texts)).exceptionally(this::failed);
  }

  private Void failed(Throwable problem) {
    if (!closed) {
      missing = Why.SOURCE_FAILED;
      LOG.warn("search goes by words alone: {}", problem.toString());
    }
    return null;
  }

  private void gather(Map<Integer, List<String>> texts) {
    List<float[]> raw = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    int step = Math.max(1, texts.size() / 10);
    int done = 0;
    for (Map.Entry<Integer, List<String>> item : texts.entrySet()) {
      for (String window : item.getValue()) {
        raw.add(encode(window));
        rows.add(item.getKey());
      }
      done++;
      if (done % step == 0) {
        LOG.debug("{} of {} items have text vectors", done, texts.size());
      }
    }
    vectors = Optional.of(Vectors.of(rows.stream().mapToInt(Integer::intValue).toArray(), raw));
    LOG.info("{} items are searched by meaning too", texts.size());
  }

  private float[] encode(String text) {
    if (closed || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("this generation is not served any more");
    }
    return encoding.text(text);
  }

  /** Takes in an item that is new or was changed. */
  public void put(Item item, int row) {
    if (missing == Why.SOURCE_OFF) {
      return;
    }
    Edit begun = new Edit(item, List.of());
    edits.put(row, begun);
    CompletableFuture<Void> unused =
        encoding.later(() -> encode(row, begun)).exceptionally(_ -> null); // found by words alone
  }

  private void encode(int row, Edit begun) {
    if (vectors.isPresent() && begun.equals(edits.get(row))) {
      List<float[]> windows = new ArrayList<>();
      for (String window : encoding.windows().of(begun.item())) {
        windows.add(vectors.get().centred(encode(window)));
      }
      edits.replace(row, begun, new Edit(begun.item(), windows));
    }
  }

  /** Forgets an item. */
  public void remove(int row) {
    edits.computeIfPresent(row, (_, edit) -> new Edit(edit.item(), List.of()));
  }

  /** The items nearest to a query, as many as the settings compare. */
  public Nearest near(String query) {
    Optional<Vectors> now = vectors;
    if (now.isEmpty()) {
      return new Nearest.Missing(missing);
    }
    return encoding
        .query(query, settings.patience())
        .<Nearest>map(
            vector ->
                new Nearest.Items(
                    nearest(now.get(), now.get().centred(vector), settings.breadth())))
        .orElseGet(() -> new Nearest.Missing(Why.SOURCE_FAILED));
  }

  /**
   * The items nearest to a query once it is moved towards what was found for it first, as {@link
   * SemanticSettings.Feedback} says.
   *
   * @param found the rows of the best hits; those without vectors do not count
   * @return empty when there is nothing to move it by or no vector of it in time
   */
  public Optional<List<Near>> near(String query, List<Integer> found) {
    Optional<Vectors> now = vectors;
    List<float[]> best =
        now.isEmpty()
            ? List.of()
            : found.stream().flatMap(row -> firstWindow(now.get(), row).stream()).toList();
    double weight = settings.feedback().weight();
    if (best.isEmpty() || weight == 0) {
      return Optional.empty();
    }
    return encoding
        .query(query, settings.patience())
        .map(
            vector -> {
              float[] moved = Vectors.moved(now.get().centred(vector), best, weight);
              return nearest(now.get(), moved, settings.breadth());
            });
  }

  private Optional<float[]> firstWindow(Vectors all, int row) {
    Edit edit = edits.get(row);
    List<float[]> own = edit == null ? Arrays.asList(all.windowsOf(row)) : edit.windows();
    return own.stream().findFirst();
  }

  /** The items nearest to an item by the first of its windows, its own row left out. */
  public List<Near> like(int row, int limit) {
    Optional<Vectors> now = vectors;
    if (now.isEmpty()) {
      return List.of();
    }
    return firstWindow(now.get(), row).stream()
        .flatMap(own -> nearest(now.get(), own, limit + 1).stream())
        .filter(near -> near.row() != row)
        .limit(limit)
        .toList();
  }

  /** By the nearest window of each item, nearest first. */
  private List<Near> nearest(Vectors all, float[] wanted, int limit) {
    Map<Integer, Edit> changed = Map.copyOf(edits); // one state for both: no item twice
    TopRows best = new TopRows(limit);
    for (int window = 0; window < all.windows(); ) { // those of a row stand together
      int row = all.row(window);
      float cosine = all.cosine(wanted, window++);
      for (; window < all.windows() && all.row(window) == row; window++) {
        cosine = Math.max(cosine, all.cosine(wanted, window));
      }
      if (!changed.containsKey(row)) {
        best.offer(row, cosine);
      }
    }
    changed.forEach(
        (row, edit) ->
            edit.windows().stream()
                .map(window -> Simd.dot(wanted, window))
                .max(Float::compare)
                .ifPresent(cosine -> best.offer(row, cosine)));
    ScoredRows sorted = best.drain();
    return IntStream.range(0, sorted.size())
        .mapToObj(i -> new Near(sorted.row(i), sorted.score(i)))
        .toList();
  }

  /** Whether a query names an item, so that nothing but words is wanted. */
  public boolean isTitle(String query, String title) {
    return exact.apply(query).equals(exact.apply(title));
  }

  public SemanticSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    closed = true;
  }
}
