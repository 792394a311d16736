package io.zhixun.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * A data folder: the record, the snapshots, the working copies and the secret that signs cursors
 * and cookies.
 */
record DataFolder(Path root) {
  private static final int SECRET_BYTES = 32;

  /** Where working copies of a snapshot's index are made; nothing in it must outlive a process. */
  Path live() {
    return root.resolve("live");
  }

  /** Where the vectors of texts are kept, whatever snapshot they are for. */
  Path textVectors() {
    return root.resolve("text-vectors.bin");
  }

  /** The secret of this folder, made on first use and readable by its owner alone. */
  byte[] secret() {
    Path file = root.resolve("secret");
    try {
      Files.createDirectories(root);
      if (!Files.exists(file)) {
        byte[] fresh = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(fresh);
        Path written =
            Files.createTempFile(
                root,
                "secret",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(written, fresh);
        // An empty secret after a power loss would end every start.
        Folders.forceOne(written);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        Folders.forceOne(root);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandException("the data folder " + root + " cannot be used: " + e.getMessage());
    }
  }
}
