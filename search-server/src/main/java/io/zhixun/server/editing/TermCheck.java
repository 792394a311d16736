package io.zhixun.server.editing;

import com.fasterxml.jackson.databind.JsonNode;
import io.zhixun.config.SettingsException;
import io.zhixun.config.SynonymRule;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.corpus.check.Problem;
import io.zhixun.corpus.check.Problem.Code;
import io.zhixun.corpus.check.TextRule;
import io.zhixun.store.StoredTerm;
import io.zhixun.store.Term;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules of a line of synonyms and of a domain word.
 *
 * <pre>
 * {"id":"s-1","text":"k8s =&gt; kubernetes, 容器编排"}
 * {"id":"w-1","text":"知识付费"}
 * </pre>
 */
public final class TermCheck {
  /** The most characters of a domain word. */
  public static final int MAX_WORD = 64;

  /** The most UTF-16 units of a line of synonyms. */
  public static final int MAX_LINE = 500;

  private static final Pattern SEVERAL = Pattern.compile("[,，、;；]");

  private TermCheck() {}

  /** What is wrong with a text, the rest of a sentence that begins with the field's name. */
  private record Wrong(Code code, String rule) {}

  /** The line, or everything that is wrong with it. What is only ever read may be sent back. */
  public static Checked<Term> read(Term.Kind list, JsonNode line) {
    FieldReader in = FieldReader.of(line).require("id", "text");
    Optional<String> id = in.id("id");
    Optional<String> text = in.text("text", TextRule.line(MAX_LINE));
    if (list == Term.Kind.WORD) {
      in.flag("active");
    }
    text.flatMap(written -> wrong(list, written))
        .ifPresent(wrong -> in.problem("text", wrong.code(), wrong.rule()));
    return in.finish(() -> new Term(list, id.orElseThrow(), text.orElseThrow()));
  }

  /** What is wrong with a text that somebody has typed for a list; empty when nothing is. */
  public static Optional<Problem> problem(Term.Kind list, String text) {
    if (text.isBlank()) {
      return Optional.of(new Problem("/text", Code.BLANK, "text must not be blank"));
    }
    if (text.length() > MAX_LINE) {
      return Optional.of(
          new Problem(
              "/text",
              Code.TOO_LONG,
              "text must have at most " + MAX_LINE + " characters, got " + text.length()));
    }
    return wrong(list, text)
        .map(wrong -> new Problem("/text", wrong.code(), "text " + wrong.rule()));
  }

  /** Another line of the list that says the same, case apart. */
  public static Optional<StoredTerm> twin(Term term, List<StoredTerm> list) {
    return list.stream()
        .filter(other -> !other.term().id().equals(term.id()))
        .filter(other -> same(other.term().text(), term.text()))
        .findFirst();
  }

  /** Whether two lines say the same. */
  public static boolean same(String one, String other) {
    return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private static Optional<Wrong> wrong(Term.Kind list, String text) {
    return switch (list) {
      case SYNONYM -> synonyms(text);
      case WORD -> word(text);
      case WATCHED, HANDLED -> Optional.empty();
    };
  }

  private static Optional<Wrong> word(String text) {
    int length = text.codePointCount(0, text.length());
    if (!text.equals(text.strip())) {
      return malformed("must not begin or end with white space, got \"" + text + "\"");
    }
    if (SEVERAL.matcher(text).find() || text.chars().anyMatch(Character::isISOControl)) {
      return malformed("must be one word, got \"" + text + "\"");
    }
    if (length > MAX_WORD) {
      String rule = "must have at most " + MAX_WORD + " characters, got " + length;
      return Optional.of(new Wrong(Code.TOO_LONG, rule));
    }
    return length < 2
        ? malformed("must have at least 2 characters to stay whole, got \"" + text + "\"")
        : Optional.empty();
  }

  private static Optional<Wrong> synonyms(String text) {
    try {
      SynonymRule rule = SynonymRule.parse("", text);
      boolean saysNothing =
          text.contains("=>")
              && rule.found().stream()
                  .allMatch(found -> rule.asked().stream().anyMatch(asked -> same(asked, found)));
      return saysNothing
          ? malformed("must find something else than what is asked for, got \"" + text + "\"")
          : Optional.empty();
    } catch (SettingsException e) {
      String why = e.problems().getFirst().detail();
      return e.code() == SettingsException.Code.DUPLICATE_ENTRY
          ? Optional.of(new Wrong(Code.DUPLICATE, "must hold no term twice, but " + why))
          : malformed("must read \"a, b\" or \"a => b, c\", but " + why);
    }
  }

  private static Optional<Wrong> malformed(String rule) {
    return Optional.of(new Wrong(Code.MALFORMED, rule));
  }
}
