package io.zhixun.indexer.snapshot;

import io.zhixun.indexer.snapshot.Manifest.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/** Whether the files of a snapshot are those that its manifest describes. */
final class Verification {
  static final String LUCENE = "lucene";

  /** Lucene leaves this empty file where it writes; it is no part of a snapshot. */
  static final String LUCENE_LOCK = "write.lock";

  private Verification() {}

  /** Every file's presence, size and checksum; a file too many is a problem too. */
  static List<FileProblem> files(Snapshot snapshot) throws IOException {
    List<FileProblem> problems = new ArrayList<>();
    Set<String> expected = new HashSet<>(Set.of(ManifestFile.NAME));
    for (StoredFile file : snapshot.manifest().files()) {
      expected.add(file.name());
      problems.addAll(file(snapshot.folder(), file));
    }
    for (String name : Disk.names(snapshot.folder())) {
      if (!expected.contains(name) && !isLock(name)) {
        problems.add(new FileProblem(name, "is not in the manifest"));
      }
    }
    return problems;
  }

  static boolean isLock(String name) {
    return name.equals(LUCENE + "/" + LUCENE_LOCK);
  }

  private static List<FileProblem> file(Path folder, StoredFile file) {
    Path path = folder.resolve(file.name());
    try {
      if (!Files.isRegularFile(path)) {
        return List.of(new FileProblem(file.name(), "is missing"));
      }
      StoredFile found = Disk.describe(folder, file.name());
      return found.equals(file) ? List.of() : List.of(difference(file, found));
    } catch (IOException e) {
      return List.of(new FileProblem(file.name(), "cannot be read: " + e));
    }
  }

  private static FileProblem difference(StoredFile expected, StoredFile found) {
    String detail =
        found.size() == expected.size()
            ? "has checksum " + found.sha256() + ", the manifest says " + expected.sha256()
            : "has " + found.size() + " bytes, the manifest says " + expected.size();
    return new FileProblem(expected.name(), detail);
  }

  /** What Lucene's own check finds; it reads everything and takes its time. */
  static List<FileProblem> lucene(Snapshot snapshot) throws IOException {
    Path folder = snapshot.file(LUCENE);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    try (FSDirectory directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
        CheckIndex check = new CheckIndex(directory);
        PrintStream stream = new PrintStream(report, false, StandardCharsets.UTF_8)) {
      check.setInfoStream(stream);
      CheckIndex.Status status = check.checkIndex();
      stream.flush();
      return status.clean
          ? List.of()
          : List.of(new FileProblem(LUCENE, "is no sound index: " + firstError(report)));
    }
  }

  private static String firstError(ByteArrayOutputStream report) {
    String text = report.toString(StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> line.contains("ERROR") || line.contains("FAILED"))
        .findFirst()
        .map(String::strip)
        .orElse("unknown error");
  }
}
