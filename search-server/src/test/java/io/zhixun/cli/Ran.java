package io.zhixun.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command that was run, and what it said. */
record Ran(int exit, String out, String err) {
  /** Runs it as somebody at a terminal does, in this process. */
  static Ran of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int exit = command.execute(arguments);
    return new Ran(exit, out.toString(), err.toString());
  }

  JsonNode json() {
    try {
      return new JsonMapper().readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not one JSON object: " + out, e);
    }
  }

  /** Whether it failed with one clear message and no stack trace. */
  boolean refuses(String word) {
    return exit == 1 && err.contains(word) && !err.contains("\tat ");
  }
}
