package io.zhixun.config;

import io.zhixun.config.SettingsException.Code;
import io.zhixun.config.SettingsException.Problem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/**
 * YAML text to {@link Node}s with their places.
 *
 * <p>Built on the parser's events, not on its object graph: anchors and aliases are refused when
 * they are met, so nothing can be expanded; no type is guessed from how a value looks; a key that
 * comes twice is seen.
 */
final class YamlReader {
  private static final int MAX_DEPTH = 20;

  private final Iterator<Event> events;
  private final IntFunction<Origin> place;
  private final List<Problem> problems = new ArrayList<>();

  private YamlReader(String text, IntFunction<Origin> place) {
    this.events = new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator();
    this.place = place;
  }

  /**
   * The one value that the text holds; empty when it holds nothing but comments.
   *
   * @param place what stands for a line (from 1) of the text
   */
  static Optional<Node> read(String text, IntFunction<Origin> place) {
    YamlReader reader = new YamlReader(text, place);
    try {
      Optional<Node> node = reader.document();
      if (!reader.problems.isEmpty()) {
        throw new SettingsException(reader.problems);
      }
      return node;
    } catch (MarkedYAMLException broken) {
      throw new SettingsException(
          Code.SYNTAX, where(place, broken.getProblemMark()), explain(broken));
    } catch (YAMLException broken) {
      throw new SettingsException(Code.SYNTAX, place.apply(1).toString(), broken.getMessage());
    }
  }

  private static String where(IntFunction<Origin> place, Mark mark) {
    return place.apply(mark == null ? 1 : mark.getLine() + 1).toString();
  }

  private static String explain(MarkedYAMLException broken) {
    String problem = String.valueOf(broken.getProblem());
    String context = broken.getContext() == null ? "" : broken.getContext() + ", ";
    String tip = problem.contains("TAB") ? ": indent with spaces, YAML allows no tabs" : "";
    return "is not YAML: " + context + problem + began(broken) + tip;
  }

  /** An open quote or bracket is only noticed further down; this says where it opened. */
  private static String began(MarkedYAMLException broken) {
    Mark context = broken.getContextMark();
    boolean elsewhere =
        context != null
            && broken.getProblemMark() != null
            && context.getLine() != broken.getProblemMark().getLine();
    return elsewhere ? " (it began in line " + (context.getLine() + 1) + ")" : "";
  }

  private Optional<Node> document() {
    Optional<Node> found = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent && found.isPresent()) {
        throw refused(event, "a second document (---): settings are one");
      }
      if (event instanceof NodeEvent start) {
        found = Optional.of(node(start, 0));
      }
      if (event instanceof StreamEndEvent) {
        break;
      }
    }
    return found.filter(node -> !node.isNothing());
  }

  private Node node(NodeEvent event, int depth) {
    requireOrdinary(event);
    if (depth > MAX_DEPTH) {
      throw new SettingsException(
          Code.SYNTAX, at(event).toString(), "nests deeper than " + MAX_DEPTH + " levels");
    }
    return switch (event) {
      case ScalarEvent scalar -> new Node.Scalar(scalar.getValue(), scalar.isPlain(), at(event));
      case MappingStartEvent _ -> mapping(at(event), depth);
      default -> sequence(at(event), depth);
    };
  }

  private Node sequence(Origin origin, int depth) {
    List<Node> elements = new ArrayList<>();
    for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
      elements.add(node((NodeEvent) next, depth + 1));
    }
    return new Node.Sequence(elements, origin);
  }

  private Node mapping(Origin origin, int depth) {
    SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
    for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
      NodeEvent keyEvent = (NodeEvent) next;
      Node key = node(keyEvent, depth + 1);
      Node value = node((NodeEvent) events.next(), depth + 1);
      if (!(key instanceof Node.Scalar(String name, boolean _, Origin _))) {
        throw refused(keyEvent, "a key that is not a name");
      }
      if (name.equals("<<")) {
        throw refused(keyEvent, "a merge key (<<): write the values out");
      }
      Node.Entry earlier = entries.putIfAbsent(name, new Node.Entry(value, key.origin()));
      if (earlier != null) {
        problems.add(
            new Problem(
                Code.DUPLICATE_KEY,
                key.origin().toString(),
                name,
                "stands twice, first at " + earlier.origin()));
      }
    }
    return new Node.Mapping(entries, origin);
  }

  private void requireOrdinary(NodeEvent event) {
    if (event instanceof AliasEvent || event.getAnchor() != null) {
      throw refused(event, "an anchor or alias (& or *): write the value out");
    }
    boolean tagged =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag() != null;
          case CollectionStartEvent start -> start.getTag() != null;
          default -> false;
        };
    if (tagged) {
      throw refused(event, "a tag (!): the type of a value is known from its key");
    }
  }

  private SettingsException refused(Event event, String what) {
    return new SettingsException(
        Code.UNSUPPORTED_YAML, at(event).toString(), "settings must not hold " + what);
  }

  private Origin at(Event event) {
    return place.apply(event.getStartMark().getLine() + 1);
  }
}
