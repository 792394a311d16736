package io.zhixun.endtoend.postgres;

import java.io.IOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one server to tests; where none can run they are skipped, in CI they fail. */
final class NeedsPostgres implements ExecutionCondition, ParameterResolver {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(NeedsPostgres.class);

  /** Started or not; closed with the run. */
  private sealed interface Attempt extends AutoCloseable {
    @Override
    void close() throws IOException;

    record Started(PostgresServer server) implements Attempt {
      @Override
      public void close() throws IOException {
        server.close();
      }
    }

    record Failed(String why) implements Attempt {
      @Override
      public void close() {}
    }
  }

  private static Attempt attempt(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent(Attempt.class, _ -> start(), Attempt.class);
  }

  private static Attempt start() {
    try {
      return new Attempt.Started(PostgresServer.start());
    } catch (IOException | IllegalStateException failed) {
      return new Attempt.Failed(failed.toString());
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return switch (attempt(context)) {
      case Attempt.Started _ -> ConditionEvaluationResult.enabled("PostgreSQL runs");
      case Attempt.Failed(String why) when "true".equals(System.getenv("CI")) ->
          throw new IllegalStateException("in CI a PostgreSQL must start: " + why);
      case Attempt.Failed(String why) ->
          ConditionEvaluationResult.disabled("skipped: no PostgreSQL can run here: " + why);
    };
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PostgresServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return switch (attempt(context)) {
      case Attempt.Started(PostgresServer server) -> server;
      case Attempt.Failed(String why) -> throw new IllegalStateException(why);
    };
  }
}
