package io.zhixun.indexer.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.corpus.Actor;
import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.UserId;
import io.zhixun.indexer.Events;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.indexer.build.AskedQueries.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedQueriesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration HALF_LIFE = Duration.ofDays(3);

  @TempDir private Path folder;

  private final List<Event> events = new ArrayList<>();

  private void ask(String user, String query, Instant at) {
    Event.Header header =
        new Event.Header(
            "e" + events.size(),
            at,
            new Actor.User(new UserId(user)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Event.Context.UNKNOWN);
    events.add(new Event.Search(header, query));
  }

  private List<Asked> asked() {
    return AskedQueries.of(
        Corpus.of(List.of(), events, List.of()),
        new ChineseAnalyzer(Lexicon.EMPTY),
        NOW,
        HALF_LIFE);
  }

  @Test
  void oneQueryIsCountedHoweverItIsTypedAndLessWithTime() {
    ask("u", " Python  入门", NOW);
    ask("v", "python 入门", NOW.minus(HALF_LIFE));
    ask("v", "ＰＹＴＨＯＮ 入门", NOW.minus(HALF_LIFE));
    ask("v", "   ", NOW);

    assertEquals(List.of(new Asked("Python 入门", Set.of(0, 1), 2, NOW)), asked());
  }

  @Test
  void whatGuestsAskIsNotCounted() {
    ask("u", "机器学习", NOW);
    for (String query : List.of("机器学习", "没有学员问过的")) {
      events.add(new Event.Search(Events.byGuest("g" + query, NOW), query));
    }

    assertEquals(List.of(new Asked("机器学习", Set.of(0), 1, NOW)), asked());
  }

  @Test
  void noMoreLearnersAreKeptThanItTakes() {
    for (int i = 0; i < 100; i++) {
      ask("u" + i, "机器学习", NOW);
    }

    assertEquals(AskedQueries.MAX_LEARNERS, asked().getFirst().learners().size());
    assertEquals(100, asked().getFirst().heat(), 1e-9);
  }

  @Test
  void whatIsWrittenReadsBackTheSame() throws IOException {
    ask("u", "a\tb\nc", NOW);
    ask("v", "机器,学习", NOW.minusSeconds(1));
    Path file = folder.resolve("queries.tsv");

    AskedQueries.write(file, asked());

    assertEquals(asked(), AskedQueries.read(file));
    assertTrue(Files.readString(file).contains("a b c"));
  }

  @Test
  void anotherFormatIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("queries.tsv"), "something else\n");

    assertThrows(IOException.class, () -> AskedQueries.read(file));
  }
}
