package io.zhixun.search.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.cli.Platform;
import io.zhixun.search.candidate.CandidateSettings;
import io.zhixun.search.candidate.CandidateSource;
import io.zhixun.search.candidate.CandidateSource.Share;
import io.zhixun.search.candidate.CandidateSources;
import io.zhixun.search.pipeline.Answers.Degradation;
import io.zhixun.search.pipeline.Requests.Scenario;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The shipped sources, one of which misbehaves. */
class MissingSourcesTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void aSourceThatThrowsIsNamedAndTheOthersAnswer() {
    DiscoveryPipeline pipeline =
        pipelineWhere(
            "neighbour",
            () -> {
              throw new IllegalStateException("thrown by the test");
            });

    Answers.Feed feed = home(pipeline, Platform.NOW);

    assertEquals(List.of(new Degradation("neighbour", "SOURCE_FAILED")), feed.facts().degraded());
    assertEquals(12, Asked.ids(feed).size());
  }

  @Test
  void aSourceThatHangsIsNamedAndTheOthersAnswer() {
    CountDownLatch never = new CountDownLatch(1);
    DiscoveryPipeline pipeline =
        pipelineWhere(
            "embedding",
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    Answers.Feed feed = home(pipeline, Platform.NOW);

    assertEquals(List.of(new Degradation("embedding", "SOURCE_TIMEOUT")), feed.facts().degraded());
    assertEquals(12, Asked.ids(feed).size());
  }

  @Test
  void aSourceThatFailsInARowIsLeftAloneForAWhile() {
    AtomicBoolean broken = new AtomicBoolean(true);
    DiscoveryPipeline pipeline =
        pipelineWhere(
            "popular",
            () -> {
              if (broken.get()) {
                throw new IllegalStateException("thrown by the test");
              }
            });
    for (int i = 0; i < 3; i++) {
      home(pipeline, Platform.NOW);
    }
    assertEquals(3, asked.get());

    Answers.Feed paused = home(pipeline, Platform.NOW);

    assertEquals(3, asked.get(), "it is not asked while it is paused");
    assertEquals(List.of(new Degradation("popular", "SOURCE_PAUSED")), paused.facts().degraded());

    broken.set(false);
    Instant later = Platform.NOW.plus(Duration.ofSeconds(11));

    assertTrue(home(pipeline, later).facts().degraded().isEmpty(), "tried again, and well");
    assertTrue(home(pipeline, later).facts().degraded().isEmpty());
  }

  @Test
  void anAnswerAfterAFailureIsWholeAgain() {
    AtomicBoolean broken = new AtomicBoolean(true);
    DiscoveryPipeline pipeline =
        pipelineWhere(
            "neighbour",
            () -> {
              if (broken.get()) {
                throw new IllegalStateException("thrown by the test");
              }
            });

    Answers.Feed without = home(pipeline, Platform.NOW);
    broken.set(false);
    Answers.Feed with = home(pipeline, Platform.NOW);

    assertFalse(without.facts().degraded().isEmpty());
    assertTrue(with.facts().degraded().isEmpty(), "what was missing is not remembered");
    assertEquals(Asked.ids(home(Platform.shared().discovery(), Platform.NOW)), Asked.ids(with));
  }

  private static Answers.Feed home(DiscoveryPipeline pipeline, Instant now) {
    return pipeline.recommend(Asked.feed(Scenario.EMAIL, 12, Asked.by("u-linxia")), now);
  }

  /** All shipped sources; one does something first. */
  private DiscoveryPipeline pipelineWhere(String name, Runnable first) {
    List<Share> shares = new ArrayList<>();
    for (Share share : CandidateSources.shipped(CandidateSettings.DEFAULTS)) {
      shares.add(
          share.source().name().equals(name)
              ? new Share(new Before(share.source(), first), share.limit())
              : share);
    }
    return Platform.shared().discovery().with(shares);
  }

  private final class Before implements CandidateSource {
    private final CandidateSource real;
    private final Runnable first;

    Before(CandidateSource real, Runnable first) {
      this.real = real;
      this.first = first;
    }

    @Override
    public String name() {
      return real.name();
    }

    @Override
    public List<Integer> propose(Generation generation, Seeker seeker, int limit) {
      asked.incrementAndGet();
      first.run();
      return real.propose(generation, seeker, limit);
    }
  }
}
