package io.zhixun.indexer.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.indexer.Seeds;
import io.zhixun.indexer.power.ForgetfulFileSystem;
import io.zhixun.indexer.power.Platter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails after each single change to the disk while snapshots are built, published, rolled
 * back and removed; of what was not forced by then nothing, some or all is there afterwards. What
 * was published must be served, whole and without a warning; while publishing, the one before may
 * be instead.
 */
class PowerLossTest {
  /** The worst at every moment; by turns the luckiest, and what lies between. */
  private static final double WORST = 0;

  private static final List<Double> OTHERS = List.of(0.5, 1.0, 0.8);

  private final long seed = Seeds.next();
  private final Random random = new Random(seed);

  @TempDir private Path folder;

  private final Set<Optional<String>> allowed = new HashSet<>();
  private int moments;
  private Optional<String> loss = Optional.empty();

  @Test
  void whateverMomentThePowerFailsAtWhatWasPublishedIsServedWhole() throws IOException {
    run(true);

    assertEquals(Optional.empty(), loss);
    assertTrue(moments > 100, "too few moments: " + moments);
  }

  /** Shows that the test above can fail. */
  @Test
  void aDiskThatIsNeverForcedLosesWhatWasPublished() throws IOException {
    run(false);

    assertTrue(loss.isPresent(), "nothing was lost in " + moments + " moments");
  }

  private void run(boolean forcing) throws IOException {
    Path real = Files.createDirectory(folder.resolve("data"));
    SnapshotStore store =
        new SnapshotStore(ForgetfulFileSystem.over(real, forcing, this::powerFails));
    allowed.add(Optional.empty());
    for (int second = 0; second < 4; second++) {
      Snapshot sealed = SmallSnapshots.build(store, second);
      Snapshot measured = store.measured(sealed, Map.of("ndcg@10", 0.9), Map.of());
      during(measured.id(), () -> store.publish(measured));
    }
    List<Listed> kept = store.list();
    during(kept.get(1).id(), store::rollback);
    during(kept.get(0).id(), () -> store.activate(kept.get(0).id()));
    store.discard(SmallSnapshots.build(store, 9));
  }

  /** Until it returns the old one or the new one may be served, then the new one alone. */
  private void during(String id, Runnable change) {
    allowed.add(Optional.of(id));
    change.run();
    allowed.clear();
    allowed.add(Optional.of(id));
  }

  private void powerFails(Platter platter) throws IOException {
    moments++;
    if (loss.isPresent()) {
      return;
    }
    for (double kept : List.of(WORST, OTHERS.get(moments % OTHERS.size()))) {
      Path after = Files.createTempDirectory(folder, "after");
      platter.afterPowerLoss(after, kept, random);
      loss = loss(after, kept);
      Disk.deleteTree(after);
      if (loss.isPresent()) {
        return;
      }
    }
  }

  private Optional<String> loss(Path after, double kept) {
    String when = ", moment " + moments + ", kept " + kept + ", -Dzhixun.seed=" + seed;
    SnapshotStore store = new SnapshotStore(after);
    try {
      OpenedSnapshot opened = store.open();
      // A sealed one that was never published may serve where nothing else was.
      boolean isFine =
          allowed.contains(Optional.of(opened.snapshot().id()))
              && opened.warnings().isEmpty()
              && store.verify(opened.snapshot().id()).isEmpty();
      boolean isFirst = allowed.contains(Optional.empty());
      return isFine || isFirst ? Optional.empty() : Optional.of(opened + when);
    } catch (SnapshotException e) {
      return allowed.contains(Optional.empty()) ? Optional.empty() : Optional.of(e + when);
    }
  }
}
