package io.zhixun.search.pipeline;

import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.ranking.blend.Part;
import io.zhixun.search.lexical.Filters.Counts;
import io.zhixun.search.lexical.Highlight;
import io.zhixun.search.serving.Generation;
import io.zhixun.search.serving.Seeker;
import io.zhixun.search.suggest.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the pipeline answers. There is always an answer; how good it could be is part of it ({@link
 * Facts#degraded}).
 */
public final class Answers {
  private Answers() {}

  /**
   * What every answer says of itself.
   *
   * @param requestId names this answer in events about it
   * @param generation snapshot and sequence number that answered, as {@code snapshot@seq}
   * @param personalised whether anything known of the learner entered
   * @param degraded sources that failed; the answer is what the others gave
   */
  public record Facts(
      String requestId, String generation, boolean personalised, List<Degradation> degraded) {
    public Facts {
      degraded = List.copyOf(degraded);
    }

    /** Of an answer that a learner gets from a generation. */
    static Facts of(
        String requestId, Generation generation, Seeker seeker, List<Degradation> degraded) {
      return of(requestId, generation, seeker, seeker.personalised(), degraded);
    }

    /** Of one that uses more, or less, of the learner than their seeker allows. */
    static Facts of(
        String requestId,
        Generation generation,
        Seeker seeker,
        boolean personalised,
        List<Degradation> degraded) {
      List<Degradation> all = new ArrayList<>(degraded);
      if (!seeker.lookedUp()) {
        all.add(Degradation.UNKNOWN_LEARNER);
      }
      return new Facts(requestId, generation.name(), personalised, all);
    }
  }

  /** A source that is missing from an answer, and why. */
  public record Degradation(String source, String code) {
    /** Why the record gives nothing. */
    public static final String RECORD_AWAY = "STORE_UNAVAILABLE";

    static final Degradation UNKNOWN_LEARNER = new Degradation("learner", RECORD_AWAY);
  }

  /**
   * Why an item is shown, true and in the learner's language.
   *
   * @param item the item the sentence names, when it names one
   */
  public record Reason(Code code, String text, Optional<ItemId> item) {
    /** The kinds of reasons there are. */
    public enum Code {
      COMPLETED_PREREQUISITE,
      BECAUSE_COMPLETED,
      BECAUSE_STUDIED,
      BECAUSE_INTERESTED,
      AUTHOR,
      INTEREST,
      POPULAR,
      NEW,
      TITLE_MATCH,
      /** The learner's membership includes it. */
      INCLUDED,
      /** Must be learnt before another item on the way to a goal. */
      PREREQUISITE,
      /** The goal itself. */
      GOAL
    }
  }

  /**
   * One item of an answer.
   *
   * @param chapter the outline entry that matched, when the match was there
   * @param sources which candidate sources proposed it
   * @param parts summands of the score, when asked for
   * @param policy moves that policy made with it
   * @param otherEditions published editions of the same work that this hit stands for
   */
  public record Hit(
      Item item,
      double score,
      List<Highlight> highlights,
      Optional<String> chapter,
      List<Reason> reasons,
      List<String> sources,
      List<Part> parts,
      List<String> policy,
      List<ItemId> otherEditions) {
    public Hit {
      highlights = List.copyOf(highlights);
      reasons = List.copyOf(reasons);
      sources = List.copyOf(sources);
      parts = List.copyOf(parts);
      policy = List.copyOf(policy);
      otherEditions = List.copyOf(otherEditions);
    }
  }

  /**
   * The answer to a search.
   *
   * @param total how many works match
   * @param sponsored what somebody pays for, beside the hits and not among them
   * @param approximate whether none of the hits holds all that was typed
   */
  public record Search(
      Facts facts,
      int total,
      List<Hit> hits,
      List<Hit> sponsored,
      List<Counts> facets,
      Optional<String> didYouMean,
      Optional<String> nextCursor,
      boolean approximate) {
    public Search {
      hits = List.copyOf(hits);
      sponsored = List.copyOf(sponsored);
      facets = List.copyOf(facets);
    }

    /** An answer without a paid hit, to what was typed. */
    public Search(
        Facts facts,
        int total,
        List<Hit> hits,
        List<Counts> facets,
        Optional<String> didYouMean,
        Optional<String> nextCursor) {
      this(facts, total, hits, List.of(), facets, didYouMean, nextCursor, false);
    }
  }

  /** The answer to a feed request. */
  public record Feed(Facts facts, List<Section> sections) {
    public Feed {
      sections = List.copyOf(sections);
    }
  }

  /** One titled row of a feed. */
  public record Section(String id, String title, List<Hit> items, Optional<String> nextCursor) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /**
   * The answer to a ranking request: known items best first, then the unknown ones.
   *
   * @param removed items that policy took out, when it was asked for
   */
  public record Rank(Facts facts, List<Ranked> items, List<Removed> removed) {
    public Rank {
      items = List.copyOf(items);
      removed = List.copyOf(removed);
    }

    /** A ranking from which nothing was taken out. */
    public Rank(Facts facts, List<Ranked> items) {
      this(facts, items, List.of());
    }
  }

  /**
   * One item of a ranking: the caller's id, and what is known of it.
   *
   * @param policy moves that policy made with it
   */
  public record Ranked(
      String id,
      boolean known,
      double score,
      List<Reason> reasons,
      List<Part> parts,
      List<String> policy) {
    public Ranked {
      reasons = List.copyOf(reasons);
      parts = List.copyOf(parts);
      policy = List.copyOf(policy);
    }

    /** An item that policy left alone. */
    public Ranked(String id, boolean known, double score, List<Reason> reasons, List<Part> parts) {
      this(id, known, score, reasons, parts, List.of());
    }
  }

  /** An item that must not be shown, and the move that says why. */
  public record Removed(String id, String policy) {}

  /**
   * The way to a goal.
   *
   * @param steps in the order in which to take them, the goal last
   * @param cycles of items that name each other as prerequisites: errors of the catalogue
   */
  public record Path(Facts facts, ItemId goal, List<Step> steps, List<List<ItemId>> cycles) {
    public Path {
      steps = List.copyOf(steps);
      cycles = List.copyOf(cycles);
    }
  }

  /** One step of a way. */
  public record Step(Item item, boolean done, Reason reason) {}

  /** What may be meant, best first. */
  public record Suggestions(Facts facts, List<Suggestion> suggestions) {
    public Suggestions {
      suggestions = List.copyOf(suggestions);
    }
  }

  /** A plain list of items: similar, next, trending. */
  public record Items(Facts facts, List<Hit> items) {
    public Items {
      items = List.copyOf(items);
    }
  }
}
