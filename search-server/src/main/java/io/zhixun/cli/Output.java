package io.zhixun.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command's result goes: sentences for people, or one JSON object and nothing else. */
final class Output {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "print one JSON object on stdout and nothing else there")
  private boolean json;

  /** Prints the result in the form that was asked for. */
  void result(ObjectNode object, Consumer<PrintWriter> sentences) {
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(line(object));
    } else {
      sentences.accept(out);
    }
    out.flush();
  }

  /** Prints one JSON object whatever was asked for: what measuring commands do. */
  void object(ObjectNode object) {
    PrintWriter out = command.commandLine().getOut();
    out.println(line(object));
    out.flush();
  }

  /** Says something on the way: on stderr, where it is no part of the result. */
  void note(String sentence) {
    PrintWriter err = command.commandLine().getErr();
    err.println(sentence);
    err.flush();
  }

  static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String line(ObjectNode object) {
    try {
      return MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }
}
