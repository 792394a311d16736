package io.zhixun.indexer.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneVerificationTest {
  @TempDir private Path root;

  @Test
  void aSoundIndexHasNoProblemsAndIsNotWrittenToByTheCheck() throws IOException {
    Snapshot snapshot = build("");
    List<String> before = Disk.names(snapshot.folder());

    assertEquals(List.of(), new SnapshotStore(root).verify(snapshot.id()));

    assertEquals(before, Disk.names(snapshot.folder()));
  }

  @Test
  void anIndexThatWasBrokenBeforeItWasSealedIsFoundByLucene() throws IOException {
    Snapshot snapshot = build(".fdt");

    List<FileProblem> problems = new SnapshotStore(root).verify(snapshot.id());

    assertEquals(List.of("lucene"), problems.stream().map(FileProblem::file).toList());
  }

  private Snapshot build(String broken) throws IOException {
    SnapshotStore store = new SnapshotStore(root);
    try (SnapshotDraft draft = store.begin()) {
      Path lucene = Files.createDirectories(draft.folder().resolve("lucene"));
      try (FSDirectory directory = FSDirectory.open(lucene);
          IndexWriter writer =
              new IndexWriter(directory, new IndexWriterConfig().setUseCompoundFile(false))) {
        Document document = new Document();
        document.add(new StringField("id", "a", Store.YES));
        writer.addDocument(document);
      }
      for (String name : Disk.names(lucene)) {
        if (!broken.isEmpty() && name.endsWith(broken)) {
          byte[] content = Files.readAllBytes(lucene.resolve(name));
          content[content.length / 2] ^= 1;
          Files.write(lucene.resolve(name), content);
        }
      }
      Instant now = Instant.parse("2026-11-24T12:00:00Z");
      return store.seal(draft, new ManifestFacts(0, "", now, Map.of(), Map.of()));
    }
  }
}
