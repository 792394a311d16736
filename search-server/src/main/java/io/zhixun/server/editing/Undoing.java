package io.zhixun.server.editing;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.corpus.check.RuleCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.store.Audit;
import io.zhixun.store.Change;
import io.zhixun.store.Term;
import java.util.Arrays;
import java.util.Optional;

/** What takes an entry of the audit back. */
public sealed interface Undoing {
  /** The rule or line is again what it was before the entry. */
  record By(Change change) implements Undoing {}

  /** What was there before is not kept any more. */
  record Lost() implements Undoing {}

  /** Only rules and lines of word lists are taken back from the audit. */
  record NotOfThis() implements Undoing {}

  /** What takes back an entry. */
  static Undoing of(Audit.Done done) {
    boolean isRule = done.what().action().startsWith("rule");
    if (!isRule && !done.what().action().startsWith("term")) {
      return new NotOfThis();
    }
    if (done.before().isEmpty()) {
      return deletion(done, isRule);
    }
    Optional<Change> before =
        done.before()
            .flatMap(text -> StrictJson.read(text).valid())
            .flatMap(json -> isRule ? rule(json) : term(json).map(Change.PutTerm::new));
    return before.<Undoing>map(By::new).orElseGet(Lost::new);
  }

  /** The line of a word list that a content of the record is. */
  static Optional<Term> term(JsonNode json) {
    return Arrays.stream(Term.Kind.values())
        .filter(list -> list.name().equals(json.path("list").asText()))
        .findFirst()
        .filter(_ -> !json.path("text").asText().isBlank())
        .map(list -> new Term(list, json.path("id").asText(), json.path("text").asText()));
  }

  private static Optional<Change> rule(JsonNode json) {
    return RuleCheck.read(json).valid().map(Change.PutRule::new);
  }

  /** Nothing was there. */
  private static Undoing deletion(Audit.Done done, boolean isRule) {
    String subject = done.what().subject();
    if (isRule) {
      return new By(new Change.DeleteRule(subject));
    }
    String[] parts = subject.split("/", 2);
    return new By(new Change.DeleteTerm(Term.Kind.valueOf(parts[0]), parts[1]));
  }
}
