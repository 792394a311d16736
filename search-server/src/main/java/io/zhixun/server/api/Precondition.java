package io.zhixun.server.api;

import io.javalin.http.Context;
import io.zhixun.server.http.ProblemCode;
import io.zhixun.server.http.ProblemException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On which state of an item a write insists (RFC 9110, section 13.1). Versions start at 1; an item
 * that does not exist has none.
 */
sealed interface Precondition {
  /** Whatever there is. */
  record None() implements Precondition {}

  /** {@code If-Match: "3"}: one of these versions. */
  record Versions(Set<Long> versions) implements Precondition {
    public Versions {
      versions = Set.copyOf(versions);
    }
  }

  /** {@code If-Match: *}: an item of any version. */
  record Exists() implements Precondition {}

  /** {@code If-None-Match: *}: no item yet. */
  record Absent() implements Precondition {}

  /** One entity tag; a weak one (W/) never matches, since ours are strong. */
  Pattern TAG = Pattern.compile("\\s*(W/)?\"([^\"]*)\"\\s*(,|$)");

  /** The entity tag of a version. */
  static String etag(long version) {
    return "\"" + version + "\"";
  }

  /** What the headers of a write insist on. */
  static Precondition of(Context ctx) {
    String match = ctx.header("If-Match");
    String noneMatch = ctx.header("If-None-Match");
    if (match != null && noneMatch != null) {
      throw malformed("If-None-Match", "must be absent when there is an If-Match");
    }
    if (noneMatch != null) {
      if (!noneMatch.strip().equals("*")) {
        throw malformed("If-None-Match", "must be * for a write");
      }
      return new Absent();
    }
    if (match == null) {
      return new None();
    }
    return match.strip().equals("*") ? new Exists() : new Versions(versions("If-Match", match));
  }

  /** Whether a read is wanted only when the item has changed, and it has not. */
  static boolean isUnchanged(Context ctx, long version) {
    String noneMatch = ctx.header("If-None-Match");
    return noneMatch != null
        && (noneMatch.strip().equals("*")
            || versions("If-None-Match", noneMatch).contains(version));
  }

  /** Whether an item of a version, or none at all, is what the write insists on. */
  default boolean holds(Optional<Long> version) {
    return switch (this) {
      case None() -> true;
      case Versions(Set<Long> versions) -> version.map(versions::contains).orElse(false);
      case Exists() -> version.isPresent();
      case Absent() -> version.isEmpty();
    };
  }

  private static Set<Long> versions(String header, String value) {
    Set<Long> versions = new HashSet<>();
    Matcher tags = TAG.matcher(value);
    int end = 0;
    while (end < value.length()) {
      if (!tags.find() || tags.start() != end) {
        throw malformed(header, "must be entity tags such as \"3\"");
      }
      end = tags.end();
      boolean ours = tags.group(1) == null && tags.group(2).matches("[0-9]{1,18}");
      if (ours) {
        versions.add(Long.parseLong(tags.group(2)));
      }
    }
    return versions;
  }

  private static ProblemException malformed(String header, String rule) {
    return ProblemException.at("/" + header, ProblemCode.MALFORMED, header + " " + rule);
  }
}
