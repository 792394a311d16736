package io.zhixun.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zhixun.corpus.UserId;
import io.zhixun.store.Key;
import io.zhixun.store.NewKey;
import io.zhixun.store.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who may call what. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = "Creates, lists and revokes access keys.",
    subcommands = {KeyCommand.Create.class, KeyCommand.ListKeys.class, KeyCommand.Revoke.class})
final class KeyCommand {

  /** Makes a key; the secret is shown this once. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a key and prints it; it cannot be shown again.")
  static final class Create implements Callable<Integer> {
    @Mixin private RecordOptions record;
    @Mixin private Output output;

    @Option(
        names = "--role",
        required = true,
        description = "what it is for: ${COMPLETION-CANDIDATES}")
    private Role role;

    @Option(names = "--name", defaultValue = "unnamed", description = "what people call it")
    private String name;

    @Option(
        names = "--user",
        paramLabel = "ID",
        description = "the only learner it may speak of; all when left out")
    private String user;

    @Option(
        names = "--expires",
        paramLabel = "INSTANT",
        description = "from when on it no longer works, such as 2027-01-01T00:00:00Z")
    private Instant expires;

    @Override
    public Integer call() {
      return record.on(
          store -> {
            Key.Grant grant =
                new Key.Grant(
                    name,
                    role,
                    Optional.ofNullable(user).map(UserId::new),
                    Optional.ofNullable(expires));
            NewKey key = store.keys().create(grant);
            ObjectNode json = Output.node().put("id", key.id()).put("key", key.presented());
            output.result(json, out -> out.println(key.presented()));
            return 0;
          });
    }
  }

  /** Lists keys without their secrets. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists keys, without their secrets.")
  static final class ListKeys implements Callable<Integer> {
    @Mixin private RecordOptions record;
    @Mixin private Output output;

    @Override
    public Integer call() {
      return record.on(
          store -> {
            ObjectNode json = Output.node();
            ArrayNode keys = json.putArray("keys");
            store.keys().list().forEach(key -> keys.add(describe(key)));
            output.result(json, out -> store.keys().list().forEach(key -> out.println(row(key))));
            return 0;
          });
    }

    private static ObjectNode describe(Key key) {
      ObjectNode node =
          Output.node()
              .put("id", key.id())
              .put("name", key.grant().name())
              .put("role", label(key.grant().role()))
              .put("createdAt", key.createdAt().toString());
      key.grant().learner().ifPresent(learner -> node.put("user", learner.value()));
      key.grant().expires().ifPresent(expires -> node.put("expires", expires.toString()));
      key.lastUsed().ifPresent(used -> node.put("lastUsed", used.toString()));
      key.revokedAt().ifPresent(revoked -> node.put("revokedAt", revoked.toString()));
      return node;
    }

    private static String row(Key key) {
      return "%-20s %-7s %-24s created %s, last used %s%s"
          .formatted(
              key.id(),
              label(key.grant().role()),
              key.grant().name(),
              key.createdAt(),
              key.lastUsed().map(Instant::toString).orElse("never"),
              key.revokedAt().map(revoked -> ", revoked " + revoked).orElse(""));
    }

    private static String label(Role role) {
      return role.name().toLowerCase(Locale.ROOT);
    }
  }

  /** Ends a key for good. */
  @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Ends a key for good.")
  static final class Revoke implements Callable<Integer> {
    @Mixin private RecordOptions record;
    @Mixin private Output output;

    @Parameters(paramLabel = "ID", description = "the part of the key before the dot")
    private String id;

    @Override
    public Integer call() {
      return record.on(
          store -> {
            if (!store.keys().revoke(id)) {
              throw new CommandException(
                  "there is no living key " + id + ": see `zhixun key list`");
            }
            output.result(Output.node().put("revoked", id), out -> out.println("revoked " + id));
            return 0;
          });
    }
  }
}
