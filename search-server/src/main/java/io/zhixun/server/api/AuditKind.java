package io.zhixun.server.api;

import io.zhixun.store.Audit;
import io.zhixun.store.Term;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What entries of the audit are about. */
enum AuditKind {
  ITEM,
  RULE,
  SYNONYM,
  WORD,
  WATCHED,
  HANDLED,
  BATCH,
  JOB,
  SNAPSHOT,
  KEY,
  SESSION,
  /** What a later version has noted. */
  OTHER;

  /** What an action of the record is, in words of the API. */
  private record Meant(AuditKind kind, String action) {}

  /** What is done to a line of a word list, whichever it is. */
  private static final Map<String, String> OF_LINES =
      Map.of("term", "SAVED", "term-deleted", "DELETED");

  private static final Map<String, Meant> MEANT =
      Map.ofEntries(
          Map.entry("item", new Meant(ITEM, "SAVED")),
          Map.entry("item-deleted", new Meant(ITEM, "DELETED")),
          Map.entry("rule", new Meant(RULE, "SAVED")),
          Map.entry("rule-deleted", new Meant(RULE, "DELETED")),
          Map.entry("imported", new Meant(BATCH, "IMPORTED")),
          Map.entry("import-undone", new Meant(BATCH, "UNDONE")),
          Map.entry("reindex-started", new Meant(JOB, "STARTED")),
          Map.entry("reindex-cancelled", new Meant(JOB, "CANCELLED")),
          Map.entry("snapshot-activated", new Meant(SNAPSHOT, "ACTIVATED")),
          Map.entry("key-created", new Meant(KEY, "CREATED")),
          Map.entry("key-revoked", new Meant(KEY, "REVOKED")),
          Map.entry("signed-in", new Meant(SESSION, "SIGNED_IN")),
          Map.entry("signed-out", new Meant(SESSION, "SIGNED_OUT")));

  /** The names that requests use. */
  static Map<String, AuditKind> names() {
    Map<String, AuditKind> names = new LinkedHashMap<>();
    Arrays.stream(values())
        .filter(kind -> kind != OTHER)
        .forEach(kind -> names.put(kind.name(), kind));
    return names;
  }

  static AuditKind of(Audit.What what) {
    return OF_LINES.containsKey(what.action())
        ? valueOf(what.subject().split("/", 2)[0])
        : meant(what).kind();
  }

  private static Meant meant(Audit.What what) {
    String plain = what.action().toUpperCase(Locale.ROOT).replace('-', '_');
    return MEANT.getOrDefault(what.action(), new Meant(OTHER, plain));
  }

  /** What was done. */
  static String action(Audit.What what) {
    return OF_LINES.containsKey(what.action()) ? OF_LINES.get(what.action()) : meant(what).action();
  }

  /** What it was done to, by the identifier that its own route takes. */
  static String target(Audit.What what) {
    return OF_LINES.containsKey(what.action()) ? what.subject().split("/", 2)[1] : what.subject();
  }

  /** Entries of this kind. */
  Audit.Wanted wanted(Optional<String> target, Optional<String> who) {
    return new Audit.Wanted(
        list().isPresent() ? OF_LINES.keySet() : actions(), list(), target, who);
  }

  private Set<String> actions() {
    return MEANT.entrySet().stream()
        .filter(entry -> entry.getValue().kind() == this)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Optional<Term.Kind> list() {
    return Arrays.stream(Term.Kind.values()).filter(list -> list.name().equals(name())).findFirst();
  }
}
