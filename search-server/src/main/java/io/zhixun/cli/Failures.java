package io.zhixun.cli;

import io.zhixun.config.SettingsException;
import io.zhixun.corpus.jsonl.CorpusFileException;
import io.zhixun.indexer.snapshot.SnapshotException;
import io.zhixun.ranking.recipe.RecipeException;
import io.zhixun.search.lexical.IndexFailure;
import io.zhixun.server.ServerException;
import io.zhixun.store.StoreException;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * What a failed command prints: one clear message for what can go wrong in the world, a stack trace
 * for what can only be a bug.
 */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine command, ParseResult arguments) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (isExpected(cause)) {
      command.getErr().println("zhixun: " + cause.getMessage());
    } else {
      command.getErr().println("zhixun: this is a bug, please report it:");
      command.getErr().println(command.getColorScheme().richStackTraceString(cause));
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static boolean isExpected(Throwable thrown) {
    return thrown instanceof CommandException
        || thrown instanceof CorpusFileException
        || thrown instanceof IndexFailure
        || thrown instanceof RecipeException
        || thrown instanceof ServerException
        || thrown instanceof SettingsException
        || thrown instanceof SnapshotException
        || thrown instanceof StoreException;
  }
}
