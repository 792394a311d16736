package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.server.access.Passwords;
import io.zhixun.store.Account;
import io.zhixun.store.Role;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who may sign in to the editors' console. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = "Creates, lists and ends accounts of the editors' console.",
    subcommands = {
      AccountCommand.Create.class,
      AccountCommand.Password.class,
      AccountCommand.ListAccounts.class,
      AccountCommand.End.class
    })
final class AccountCommand {
  private AccountCommand() {}

  /** Asks for a password twice; without a terminal it is the first line of the input. */
  private static String password() {
    String password =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .map(AccountCommand::asked)
            .orElseGet(AccountCommand::firstLine);
    Passwords.problem(password)
        .ifPresent(
            problem -> {
              throw new CommandException(problem);
            });
    return password;
  }

  private static String asked(Console console) {
    String once = String.valueOf(console.readPassword("Password: "));
    if (!once.equals(String.valueOf(console.readPassword("Once more: ")))) {
      throw new CommandException("the two passwords are not the same");
    }
    return once;
  }

  private static String firstLine() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String password) {
    return new Passwords(new SecureRandom()).hash(password);
  }

  /** Makes an account. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = {
        "Makes an account; the password is asked for,",
        "or is the first line of the standard input where there is no terminal."
      })
  static final class Create implements Callable<Integer> {
    @Mixin private RecordOptions record;
    @Mixin private Output output;

    @Option(names = "--name", required = true, description = "by which they sign in")
    private String name;

    @Option(names = "--role", required = true, description = "editor or admin")
    private Role role;

    @Override
    public Integer call() {
      if (role != Role.EDITOR && role != Role.ADMIN) {
        throw new CommandException("role must be editor or admin, got " + label(role));
      }
      return record.on(
          store -> {
            if (!store.accounts().create(name, role, hash(password()))) {
              throw new CommandException(
                  "the name " + name + " is taken: see `zhixun account list`");
            }
            output.result(
                Output.node().put("name", name).put("role", label(role)),
                out -> out.println("created " + name + " (" + label(role) + ")"));
            return 0;
          });
    }
  }

  /** Gives an account another password. */
  @Command(
      name = "password",
      mixinStandardHelpOptions = true,
      description = "Gives an account another password and signs it out everywhere.")
  static final class Password implements Callable<Integer> {
    @Mixin private RecordOptions record;
    @Mixin private Output output;

    @Option(names = "--name", required = true, description = "whose")
    private String name;

    @Override
    public Integer call() {
      return record.on(
          store -> {
            if (!store.accounts().setPassword(name, hash(password()))) {
              throw none(name);
            }
            output.result(Output.node().put("name", name), out -> out.println("changed " + name));
            return 0;
          });
    }
  }

  /** Lists accounts. */
  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists accounts.")
  static final class ListAccounts implements Callable<Integer> {
    @Mixin private RecordOptions record;
    @Mixin private Output output;

    @Override
    public Integer call() {
      return record.on(
          store -> {
            ObjectNode json = Output.node();
            ArrayNode accounts = json.putArray("accounts");
            store.accounts().list().forEach(account -> accounts.add(describe(account)));
            output.result(
                json, out -> store.accounts().list().forEach(one -> out.println(row(one))));
            return 0;
          });
    }

    private static ObjectNode describe(Account account) {
      ObjectNode node =
          Output.node()
              .put("name", account.name())
              .put("role", label(account.role()))
              .put("createdAt", account.createdAt().toString());
      account.endedAt().ifPresent(at -> node.put("endedAt", at.toString()));
      return node;
    }

    private static String row(Account account) {
      return "%-24s %-7s created %s%s"
          .formatted(
              account.name(),
              label(account.role()),
              account.createdAt(),
              account.endedAt().map(at -> ", ended " + at).orElse(""));
    }
  }

  /** Ends an account for good. */
  @Command(
      name = "end",
      mixinStandardHelpOptions = true,
      description = "Ends an account for good and signs it out everywhere.")
  static final class End implements Callable<Integer> {
    @Mixin private RecordOptions record;
    @Mixin private Output output;

    @Parameters(paramLabel = "NAME", description = "whose")
    private String name;

    @Override
    public Integer call() {
      return record.on(
          store -> {
            if (!store.accounts().end(name)) {
              throw none(name);
            }
            output.result(Output.node().put("ended", name), out -> out.println("ended " + name));
            return 0;
          });
    }
  }

  private static CommandException none(String name) {
    return new CommandException("there is no living account " + name + ": see `account list`");
  }

  private static String label(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
