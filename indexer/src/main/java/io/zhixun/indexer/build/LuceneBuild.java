package io.zhixun.indexer.build;

import io.zhixun.corpus.Item;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.schema.Fields;
import io.zhixun.indexer.schema.ItemDocument;
import io.zhixun.ranking.math.Progress;
import io.zhixun.ranking.math.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Writes the index: each thread a part of the items into an index of its own, then all parts, in
 * order, into one segment. So documents lie in the order of the corpus, however many threads there
 * are.
 */
final class LuceneBuild {
  private static final String STAGE = "index";

  /** How much of the stage is writing the parts; the rest is joining them. */
  private static final double PARTS_SHARE = 0.85;

  private final IndexSettings settings;
  private final ChineseAnalyzer analyzer;

  LuceneBuild(IndexSettings settings, ChineseAnalyzer analyzer) {
    this.settings = settings;
    this.analyzer = analyzer;
  }

  /** What is to be indexed. */
  record Input(List<Item> items, ToIntFunction<Item> row, ToDoubleFunction<Item> popularity) {}

  Path write(Path folder, Input input, Progress progress) throws IOException {
    List<Path> parts = new ArrayList<>();
    for (int part = 0; part < settings.threads(); part++) {
      parts.add(folder.resolveSibling(folder.getFileName() + "-part-" + part));
    }
    try {
      writeParts(parts, input, progress);
      join(parts, folder);
      progress.at(STAGE, 1);
      return folder;
    } finally {
      for (Path part : parts) {
        if (Files.exists(part)) {
          IOUtils.rm(part);
        }
      }
    }
  }

  private void writeParts(List<Path> parts, Input input, Progress progress) {
    AtomicInteger done = new AtomicInteger();
    AtomicBoolean stopped = new AtomicBoolean();
    int total = input.items().size();
    try (Workers workers = Workers.of(parts.size())) {
      workers.forEach(
          parts.size(),
          (part, worker) -> {
            int from = (int) ((long) total * part / parts.size());
            int to = (int) ((long) total * (part + 1) / parts.size());
            try (FSDirectory directory = FSDirectory.open(parts.get(part));
                IndexWriter writer = new IndexWriter(directory, config())) {
              for (int at = from; at < to && !stopped.get(); at++) {
                writer.addDocument(document(input, input.items().get(at)));
                int count = done.incrementAndGet();
                if (worker == 0 && count % 64 == 0) {
                  progress.at(STAGE, PARTS_SHARE * count / total);
                }
              }
            } catch (IOException e) {
              stopped.set(true);
              throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
              stopped.set(true);
              throw e;
            }
          });
    }
  }

  private Document document(Input input, Item item) {
    return ItemDocument.of(
        item, input.row().applyAsInt(item), input.popularity().applyAsDouble(item), analyzer);
  }

  private void join(List<Path> parts, Path folder) throws IOException {
    List<AutoCloseable> opened = new ArrayList<>();
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config())) {
      List<CodecReader> readers = new ArrayList<>();
      for (Path part : parts) {
        FSDirectory source = FSDirectory.open(part);
        opened.add(source);
        DirectoryReader reader = DirectoryReader.open(source);
        opened.addFirst(reader);
        for (LeafReaderContext leaf : reader.leaves()) {
          readers.add(SlowCodecReaderWrapper.wrap(leaf.reader()));
        }
      }
      if (!readers.isEmpty()) {
        writer.addIndexes(readers.toArray(CodecReader[]::new));
      }
      writer.commit();
    } finally {
      closeAll(opened);
    }
  }

  private static void closeAll(List<AutoCloseable> opened) throws IOException {
    for (AutoCloseable one : opened) {
      try {
        one.close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException(e);
      }
    }
  }

  /** Merges keep the order of documents; there are none but the last one in a small build. */
  private IndexWriterConfig config() {
    LogDocMergePolicy inOrder = new LogDocMergePolicy();
    inOrder.setNoCFSRatio(0);
    return new IndexWriterConfig(Fields.analyzer(analyzer))
        .setSimilarity(Fields.similarity(settings.bm25()))
        .setRAMBufferSizeMB(settings.bufferMegabytes())
        .setUseCompoundFile(false)
        .setMergePolicy(inOrder);
  }
}
