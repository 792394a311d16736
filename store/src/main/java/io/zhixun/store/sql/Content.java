package io.zhixun.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.ItemId;
import io.zhixun.corpus.Rule;
import io.zhixun.corpus.UserId;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.VisitorId;
import io.zhixun.corpus.check.Checked;
import io.zhixun.corpus.check.EventCheck;
import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.ProfileCheck;
import io.zhixun.corpus.check.RuleCheck;
import io.zhixun.corpus.jsonl.EventJson;
import io.zhixun.corpus.jsonl.ItemJson;
import io.zhixun.corpus.jsonl.ProfileJson;
import io.zhixun.corpus.jsonl.RuleJson;
import io.zhixun.store.Change;
import io.zhixun.store.Recorded;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.Term;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The content of changes as JSON text, the same as in catalogue and event lines, so that anybody
 * can read the database. The writers of {@code corpus.jsonl} give one text for one content, so
 * equal texts are equal contents.
 */
final class Content {
  private static final JsonMapper JSON = new JsonMapper();

  private Content() {}

  static Kind kind(Change change) {
    return switch (change) {
      case Change.AppendEvent _ -> Kind.EVENT;
      case Change.PutItem _ -> Kind.ITEM;
      case Change.DeleteItem _ -> Kind.ITEM_DELETED;
      case Change.PutProfile _ -> Kind.PROFILE;
      case Change.SetPersonalisation _ -> Kind.PERSONALISATION;
      case Change.HideTag _ -> Kind.TAG;
      case Change.PutRule _ -> Kind.RULE;
      case Change.DeleteRule _ -> Kind.RULE_DELETED;
      case Change.PutTerm _ -> Kind.TERM;
      case Change.DeleteTerm _ -> Kind.TERM_DELETED;
      case Change.MergeVisitor _ -> Kind.VISITOR_MERGED;
    };
  }

  /**
   * The text of a change.
   *
   * @throws IllegalArgumentException when it does not keep the rules and could not be read back
   */
  static String write(Change change) {
    if (change instanceof Change.AppendEvent(Event event) && EventCheck.keepsRules(event)) {
      return EventJson.text(event); // reading it back is known to give the same
    }
    ObjectNode json = tree(change);
    read(kind(change), json)
        .problems()
        .forEach(
            problem -> {
              throw new IllegalArgumentException("change must keep the rules: " + problem.detail());
            });
    return json.toString();
  }

  private static ObjectNode tree(Change change) {
    return switch (change) {
      case Change.AppendEvent(Event event) -> EventJson.write(event);
      case Change.PutItem(Item item, var _) -> ItemJson.write(item);
      case Change.DeleteItem(ItemId id, var _) -> object().put("id", id.value());
      case Change.PutProfile(UserProfile profile) -> ProfileJson.write(profile);
      case Change.SetPersonalisation(UserId user, boolean enabled) ->
          object().put("id", user.value()).put("enabled", enabled);
      case Change.HideTag(UserId user, String tag, boolean hidden) ->
          object().put("id", user.value()).put("tag", tag).put("hidden", hidden);
      case Change.PutRule(Rule rule) -> RuleJson.write(rule);
      case Change.DeleteRule(String id) -> object().put("id", id);
      case Change.PutTerm(Term term, var _) ->
          object().put("list", term.list().name()).put("id", term.id()).put("text", term.text());
      case Change.DeleteTerm(Term.Kind list, String id, var _) ->
          object().put("list", list.name()).put("id", id);
      case Change.MergeVisitor(VisitorId visitor, UserId user) ->
          object().put("visitor", visitor.value()).put("user", user.value());
    };
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** What a log entry says; its text is null when it was erased. */
  static Recorded recorded(Kind kind, long seq, String body) {
    if (body == null) {
      return new Recorded.Erased();
    }
    try {
      return require(read(kind, tree(seq, body)), seq);
    } catch (IllegalArgumentException broken) {
      throw damaged(seq, broken.getMessage());
    }
  }

  /** The text of the entry that says that a learner was erased. */
  static String learnerErased(int row) {
    return object().put("row", row).toString();
  }

  /** The text of the entry that says that events of a learner were forgotten. */
  static String eventsForgotten(int row) {
    return learnerErased(row);
  }

  /**
   * An event that may have been a visitor's.
   *
   * @param owner whose event it is now
   */
  static Event event(long seq, String body, UserId owner) {
    ObjectNode json = (ObjectNode) tree(seq, body);
    if (json.remove("visitor") != null) {
      json.put("user", owner.value());
    }
    return require(EventCheck.read(json), seq);
  }

  /** Numbers by name. */
  static Map<String, Long> counts(long seq, String body) {
    Map<String, Long> counts = new TreeMap<>();
    tree(seq, body)
        .properties()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
    return counts;
  }

  static Event event(long seq, String body) {
    return require(EventCheck.read(tree(seq, body)), seq);
  }

  static Item item(long seq, String body) {
    return require(ItemCheck.read(tree(seq, body)), seq);
  }

  static UserProfile profile(long seq, String body) {
    return require(ProfileCheck.read(tree(seq, body)), seq);
  }

  static Rule rule(long seq, String body) {
    return require(RuleCheck.read(tree(seq, body)), seq);
  }

  private static Checked<Recorded> read(Kind kind, JsonNode json) {
    return switch (kind) {
      case EVENT -> changed(EventCheck.read(json), Change.AppendEvent::new);
      case ITEM -> changed(ItemCheck.read(json), Change.PutItem::new);
      case PROFILE -> changed(ProfileCheck.read(json), Change.PutProfile::new);
      case RULE -> changed(RuleCheck.read(json), Change.PutRule::new);
      case ITEM_DELETED -> valid(new Change.DeleteItem(new ItemId(json.path("id").asText())));
      case RULE_DELETED -> valid(new Change.DeleteRule(json.path("id").asText()));
      case TERM -> valid(new Change.PutTerm(term(json)));
      case TERM_DELETED -> valid(new Change.DeleteTerm(list(json), json.path("id").asText()));
      case VISITOR_MERGED ->
          valid(
              new Change.MergeVisitor(
                  new VisitorId(json.path("visitor").asText()),
                  new UserId(json.path("user").asText())));
      case LEARNER_ERASED -> valid(new Recorded.LearnerErased(json.path("row").asInt()));
      case EVENTS_FORGOTTEN -> valid(new Recorded.EventsForgotten(json.path("row").asInt()));
      case TAG -> valid(tag(json));
      case PERSONALISATION ->
          valid(
              new Change.SetPersonalisation(
                  new UserId(json.path("id").asText()), json.path("enabled").asBoolean()));
    };
  }

  /** Whether a learner wants a tag left out. */
  static Change.HideTag tag(long seq, String body) {
    return tag(tree(seq, body));
  }

  private static Change.HideTag tag(JsonNode json) {
    return new Change.HideTag(
        new UserId(json.path("id").asText()),
        json.path("tag").asText(),
        json.path("hidden").asBoolean());
  }

  static Term term(long seq, String body) {
    return term(tree(seq, body));
  }

  private static Term term(JsonNode json) {
    return new Term(list(json), json.path("id").asText(), json.path("text").asText());
  }

  private static Term.Kind list(JsonNode json) {
    return Term.Kind.valueOf(json.path("list").asText());
  }

  private static <T> Checked<Recorded> changed(Checked<T> checked, Function<T, Change> make) {
    return checked.then(value -> valid(make.apply(value)));
  }

  private static Checked<Recorded> valid(Recorded recorded) {
    return new Checked.Valid<>(recorded);
  }

  private static JsonNode tree(long seq, String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      throw damaged(seq, broken.getOriginalMessage());
    }
  }

  private static <T> T require(Checked<T> checked, long seq) {
    return checked.valid().orElseThrow(() -> damaged(seq, checked.problems().getFirst().detail()));
  }

  static StoreException damaged(long seq, String detail) {
    return new StoreException(
        Code.DAMAGED,
        "change " + seq + " of the record cannot be read (" + detail + "): restore a backup");
  }

  /** What two texts of one event differ in, the time of receipt apart; empty when in nothing. */
  static Optional<String> difference(long seq, String stored, String offered) {
    if (stored.equals(offered)) {
      return Optional.empty();
    }
    ObjectNode one = (ObjectNode) tree(seq, stored);
    ObjectNode other = (ObjectNode) tree(seq, offered);
    TreeSet<String> fields = new TreeSet<>();
    addDifferences(one, other, fields);
    addDifferences(other, one, fields);
    fields.remove("receivedAt");
    if (isClamped(one) && isClamped(other)) {
      fields.remove("timestamp");
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", fields));
  }

  /** Whether the sender's clock was so far ahead that the time of receipt stands in its place. */
  private static boolean isClamped(ObjectNode event) {
    return event.path("timestamp").equals(event.path("receivedAt"));
  }

  private static void addDifferences(ObjectNode one, ObjectNode other, Set<String> fields) {
    for (Iterator<String> names = one.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!one.get(name).equals(other.get(name))) {
        fields.add(name);
      }
    }
  }
}
