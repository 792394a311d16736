package io.zhixun.corpus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One learner action. The kinds carry different facts, so they are different records; code that
 * must treat them all uses an exhaustive {@code switch} with no default branch.
 */
public sealed interface Event {
  Header header();

  /**
   * What every event has.
   *
   * @param id chosen by the sender; the same id with the same content is one event
   * @param at when it happened by the sender's clock, clamped by the server when it lies ahead
   * @param receivedAt when the server accepted it; absent in files
   * @param requestId the answer that showed the item, when one did
   */
  record Header(
      String id,
      Instant at,
      Actor actor,
      Optional<Instant> receivedAt,
      Optional<String> session,
      Optional<String> requestId,
      Context context) {}

  /** Where and on what the learner was; each part may be unknown. */
  record Context(Optional<String> device, Optional<String> scene, OptionalInt hour) {
    public static final Context UNKNOWN =
        new Context(Optional.empty(), Optional.empty(), OptionalInt.empty());
  }

  /** An event about exactly one item. */
  sealed interface OnItem extends Event {
    ItemId item();
  }

  /** Items shown, so that those passed over are known too. */
  record Impression(Header header, List<Shown> shown) implements Event {
    public Impression {
      shown = List.copyOf(shown);
    }
  }

  /** One item of an impression; positions start at 1. */
  record Shown(ItemId item, int position) {}

  record Click(Header header, ItemId item, OptionalInt position) implements OnItem {}

  record Purchase(Header header, ItemId item, OptionalLong priceFen) implements OnItem {}

  /** Time spent, as reported by the player or reader when the learner left. */
  record Study(Header header, ItemId item, long seconds) implements OnItem {}

  /** How far the learner has come, 0..1. */
  record Progress(Header header, ItemId item, double progress) implements OnItem {}

  record Completion(Header header, ItemId item) implements OnItem {}

  /** A judgement in stars, 1..5. */
  record Rating(Header header, ItemId item, double rating) implements OnItem {}

  record Favourite(Header header, ItemId item) implements OnItem {}

  /** "Less of this": the item, its authors, or its tags. */
  record NotInterested(Header header, ItemId item, Scope scope) implements OnItem {}

  /** What a {@link NotInterested} is about. */
  enum Scope {
    ITEM,
    AUTHOR,
    TAG
  }

  record Search(Header header, String query) implements Event {}

  default String id() {
    return header().id();
  }

  default Instant at() {
    return header().at();
  }

  default Actor actor() {
    return header().actor();
  }

  /** The items the event mentions, in order. */
  default List<ItemId> items() {
    return switch (this) {
      case OnItem event -> List.of(event.item());
      case Impression impression -> impression.shown().stream().map(Shown::item).toList();
      case Search _ -> List.of();
    };
  }

  /**
   * Whether it was done by somebody of whom nothing is known. It counts in sums, and says nothing
   * about what is popular: nobody would have to be different people to say it often.
   */
  default boolean isOfGuest() {
    return actor() instanceof Actor.Visitor(VisitorId id) && id.equals(VisitorId.GUEST);
  }

  /** The learner who acted; empty for an anonymous visitor. */
  default Optional<UserId> user() {
    return actor() instanceof Actor.User(UserId id) ? Optional.of(id) : Optional.empty();
  }
}
