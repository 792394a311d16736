package io.zhixun.store.sql;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A row of the table {@code log} that is to be written.
 *
 * @param event identifier, of an event
 * @param learner row of the learner it is about
 */
record LogRow(long seq, Kind kind, Optional<String> event, OptionalInt learner, String body) {}
