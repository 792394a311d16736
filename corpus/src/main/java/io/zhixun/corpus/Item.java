package io.zhixun.corpus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One thing a learner can buy or study.
 *
 * <p>All formats share one shape, so the format is an enum and not a class hierarchy. What is
 * absent in the catalogue is absent here (an {@code Optional}), never a zero that looks like a
 * fact.
 *
 * @param url where the platform shows the item
 * @param workId groups editions and runs of one work: search shows one hit for each
 */
public record Item(
    ItemId id,
    Format format,
    Status status,
    Text text,
    Offer offer,
    Audience audience,
    Length length,
    Reception reception,
    Dates dates,
    Optional<String> url,
    Optional<String> workId) {

  /** What kind of thing it is. */
  public enum Format {
    COURSE,
    EBOOK,
    COLUMN,
    AUDIO,
    VIDEO
  }

  /** Where it stands in the editors' process; only {@link #PUBLISHED} is found by learners. */
  public enum Status {
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    WITHDRAWN
  }

  /** How demanding it is. */
  public enum Level {
    BEGINNER,
    INTERMEDIATE,
    ADVANCED
  }

  /** How a learner gets in. */
  public enum Access {
    FREE,
    PURCHASE,
    SUBSCRIPTION,
    MEMBER
  }

  /**
   * What it says about itself.
   *
   * @param outline chapter titles in order
   * @param category from the broadest to the narrowest
   * @param language BCP 47 tag
   */
  public record Text(
      String title,
      Optional<String> subtitle,
      Optional<String> summary,
      List<String> outline,
      List<String> authors,
      List<String> category,
      List<String> tags,
      String language) {
    public Text {
      if (title.isBlank()) {
        throw new IllegalArgumentException("title must not be blank");
      }
      outline = List.copyOf(outline);
      authors = List.copyOf(authors);
      category = List.copyOf(category);
      tags = List.copyOf(tags);
    }
  }

  /** What it costs, in fen (1/100 yuan), so that money is never a float. */
  public record Offer(
      Access access,
      OptionalLong priceFen,
      OptionalLong listPriceFen,
      Optional<EarlyBird> earlyBird) {
    public Offer {
      requireNotNegative("priceFen", priceFen);
      requireNotNegative("listPriceFen", listPriceFen);
    }

    /** The price that holds at an instant: the early-bird one before its end. */
    public OptionalLong priceAt(Instant now) {
      return earlyBird
          .filter(offer -> now.isBefore(offer.until()))
          .map(offer -> OptionalLong.of(offer.priceFen()))
          .orElse(priceFen);
    }

    private static void requireNotNegative(String field, OptionalLong value) {
      if (value.isPresent() && value.getAsLong() < 0) {
        throw new IllegalArgumentException(field + " must be >= 0, got " + value.getAsLong());
      }
    }
  }

  /** A lower price before an instant. */
  public record EarlyBird(long priceFen, Instant until) {
    public EarlyBird {
      if (priceFen < 0) {
        throw new IllegalArgumentException("earlyBird.priceFen must be >= 0, got " + priceFen);
      }
    }
  }

  /** Who it is for. */
  public record Audience(
      Optional<Level> level, List<ItemId> prerequisites, boolean sensitiveToMinors) {
    public Audience {
      prerequisites = List.copyOf(prerequisites);
    }
  }

  /** How long it is, in whatever unit the format has. */
  public record Length(OptionalInt minutes, OptionalInt pages, OptionalInt lessons) {
    public static final Length UNKNOWN =
        new Length(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
  }

  /**
   * How it was received on the platform.
   *
   * @param rating mean, 1..5
   * @param completionRate share of learners who finished, 0..1
   */
  public record Reception(
      OptionalDouble rating,
      OptionalLong ratingCount,
      OptionalLong learnerCount,
      OptionalDouble completionRate) {
    public static final Reception UNKNOWN =
        new Reception(
            OptionalDouble.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty());
  }

  /** When it appeared and when it last changed. */
  public record Dates(Optional<Instant> published, Optional<Instant> updated) {
    public static final Dates UNKNOWN = new Dates(Optional.empty(), Optional.empty());
  }

  /** Whether learners may find it at an instant: published, and not dated in the future. */
  public boolean isVisibleAt(Instant now) {
    return status == Status.PUBLISHED
        && dates.published().map(published -> !published.isAfter(now)).orElse(true);
  }

  /** What groups it with its other editions: the {@code workId}, or the item itself. */
  public String work() {
    return workId.orElse(id.value());
  }
}
