package io.zhixun.cli;

import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.search.serving.Live;
import io.zhixun.server.api.LearnerExport;
import io.zhixun.server.page.OwnData;
import io.zhixun.store.Change;
import io.zhixun.store.Erasures.Erasure;
import io.zhixun.store.Erasures.Forgetting;
import io.zhixun.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the record keeps of a learner. */
record StoredOwnData(Store store, Live live) implements OwnData {
  /** How long a page waits until what was taken back is in no answer any more. */
  private static final Duration VISIBLE = Duration.ofSeconds(30);

  @Override
  public boolean isPersonalised(UserId learner) {
    return store.settings(learner).personalised();
  }

  @Override
  public void personalise(UserId learner, boolean enabled) {
    live.accept(List.of(new Change.SetPersonalisation(learner, enabled)));
  }

  @Override
  public List<String> hiddenTags(UserId learner) {
    return store.settings(learner).hiddenTags().stream().sorted().toList();
  }

  @Override
  public void hide(UserId learner, List<String> tags, boolean hidden) {
    if (!tags.isEmpty()) {
      live.accept(
          tags.stream().map(tag -> (Change) new Change.HideTag(learner, tag, hidden)).toList());
    }
  }

  @Override
  public List<Kept> history(UserId learner, long before, int size) {
    return store.history(learner, before, size).stream()
        .map(entry -> new Kept(entry.seq(), ((Change.AppendEvent) entry.change()).event()))
        .toList();
  }

  @Override
  public void export(UserId learner, OutputStream out) throws IOException {
    UserProfile profile = store.profile(learner).orElseGet(() -> UserProfile.unknown(learner));
    new LearnerExport(
            profile,
            store.settings(learner),
            (before, size) -> store.history(learner, before, size))
        .write(out);
  }

  @Override
  public boolean forget(UserId learner, Optional<String> event) {
    Optional<Forgetting> forgotten = store.erasures().forget(learner, event);
    forgotten.ifPresent(done -> live.awaitSeq(done.seq(), VISIBLE));
    return forgotten.isPresent();
  }

  @Override
  public Optional<Receipt> erase(UserId learner) {
    Optional<Erasure> erasure = store.erasures().erase(learner);
    erasure.ifPresent(done -> live.awaitSeq(done.seq(), VISIBLE));
    return erasure.map(done -> new Receipt(done.receipt(), done.counts()));
  }
}
