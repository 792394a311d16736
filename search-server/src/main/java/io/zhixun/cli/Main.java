package io.zhixun.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code zhixun} command. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(
    name = "zhixun",
    description = "Search and recommendation for a Chinese knowledge platform.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      IndexCommand.class,
      EvaluateCommand.class,
      AccountCommand.class,
      KeyCommand.class,
    })
public final class Main implements Runnable {
  /** Held, because what is set on a logger that nobody holds can be forgotten. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is needed");
  }

  /** The command line, ready to be executed; tests call it too. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(new Failures())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.WARNING); // else every command begins with two lines about vectors
    int exit = commandLine().execute(arguments);
    if (exit != 0) {
      System.exit(exit);
    }
  }
}
