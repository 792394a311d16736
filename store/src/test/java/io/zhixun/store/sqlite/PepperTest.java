package io.zhixun.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zhixun.store.Key.Grant;
import io.zhixun.store.Role;
import io.zhixun.store.Samples;
import io.zhixun.store.Store;
import io.zhixun.store.StoreException;
import io.zhixun.store.StoreException.Code;
import io.zhixun.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secret beside the database. */
class PepperTest {
  private static final Grant ADMIN =
      new Grant("root", Role.ADMIN, Optional.empty(), Optional.empty());

  @TempDir private Path folder;

  private Store open() {
    return SqliteStore.open(folder, StoreSettings.DEFAULTS, InstantSource.fixed(Samples.NOON));
  }

  @Test
  void secretsAreNowhereInTheFolder() throws IOException {
    String presented;
    try (Store store = open()) {
      presented = store.keys().create(ADMIN).presented();
    }
    String secret = presented.substring(presented.indexOf('.') + 1);

    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(folder.resolve("pepper")));
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(secret), file.toString());
      }
    }
  }

  @Test
  void anotherPepperOpensNothing() throws IOException {
    String presented;
    try (Store store = open()) {
      presented = store.keys().create(ADMIN).presented();
    }
    Files.delete(folder.resolve("pepper"));
    assertEquals(Code.DAMAGED, assertThrows(StoreException.class, this::open).code());

    Files.write(folder.resolve("pepper"), new byte[7]);
    assertEquals(Code.DAMAGED, assertThrows(StoreException.class, this::open).code());

    Files.write(folder.resolve("pepper"), new byte[32]);
    try (Store store = open()) {
      assertEquals(Optional.empty(), store.keys().find(presented));
    }
  }
}
