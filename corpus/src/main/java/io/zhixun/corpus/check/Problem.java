package io.zhixun.corpus.check;

/**
 * One thing that is wrong with a line or a request body.
 *
 * @param pointer the field as a JSON pointer (RFC 6901), such as {@code /earlyBird/until}; empty
 *     for the whole value
 * @param detail one English sentence that names the field, the rule and what was got
 */
public record Problem(String pointer, Code code, String detail) {

  /** What kind of rule was broken: a closed list that clients and translations can rely on. */
  public enum Code {
    /** Not JSON at all, or JSON with a key twice or with something after its end. */
    NOT_JSON,
    /** A required field is absent. */
    MISSING,
    /** A field that does not exist here; the nearest name that does is in the detail. */
    UNKNOWN_FIELD,
    /** Another JSON type than expected; an explicit {@code null} is one. */
    WRONG_TYPE,
    /** Not one of the values that are allowed. */
    NOT_ALLOWED,
    /** A number or a time outside its range. */
    OUT_OF_RANGE,
    /** A text or a list that is longer than its limit, or a line over the limit. */
    TOO_LONG,
    /** A text without any visible character, or a list that needs an entry. */
    BLANK,
    /** Not a valid identifier (see {@link io.zhixun.corpus.Ids}). */
    BAD_ID,
    /** Not an ISO-8601 date and time with a zone. */
    BAD_TIME,
    /** A text with control characters, unpaired surrogates or broken UTF-8. */
    BAD_TEXT,
    /** A text that does not have the form the field needs (a URL, a language tag). */
    MALFORMED,
    /** The same thing twice where once is meant. */
    DUPLICATE,
    /** Two fields contradict each other. */
    INCONSISTENT
  }
}
