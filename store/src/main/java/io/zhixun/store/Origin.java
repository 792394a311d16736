package io.zhixun.store;

import java.util.Optional;

/**
 * Where changes come from.
 *
 * @param batch the bulk change that they belong to
 * @param who the person or key that answers for them; their edits are then in the {@link Audit}
 */
public record Origin(Optional<BatchId> batch, Optional<String> who) {
  /** Nothing that anybody will ask for. */
  public static final Origin NONE = new Origin(Optional.empty(), Optional.empty());

  /** One edit of a person. */
  public static Origin by(String who) {
    return new Origin(Optional.empty(), Optional.of(who));
  }

  /** The same person or key, as part of a bulk change. */
  public Origin in(BatchId batch) {
    return new Origin(Optional.of(batch), who);
  }
}
