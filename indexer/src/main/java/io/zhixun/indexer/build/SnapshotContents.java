package io.zhixun.indexer.build;

import io.zhixun.config.Dictionaries;
import io.zhixun.corpus.Item;
import io.zhixun.indexer.analysis.ChineseAnalyzer;
import io.zhixun.indexer.analysis.Lexicon;
import io.zhixun.indexer.snapshot.Snapshot;
import io.zhixun.ranking.cold.ColdModel;
import io.zhixun.ranking.recipe.LearnedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What a snapshot holds and where: {@code lucene/}, {@code learned/}, {@code statistics/} and
 * {@code dictionaries/}. The one place that knows these names.
 */
public final class SnapshotContents {
  static final String LUCENE = "lucene";
  static final String DICTIONARIES = "dictionaries";
  static final String LEARNED = "learned";
  static final String USUAL = "statistics/usual.bin";
  static final String RECENT = "statistics/recent.bin";
  static final String QUERIES = "statistics/queries.tsv";

  private final Snapshot snapshot;

  public SnapshotContents(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The folder of the Lucene index; it must not be written. */
  public Path lucene() {
    return snapshot.file(LUCENE);
  }

  /**
   * What was learned from behaviour.
   *
   * @throws io.zhixun.ranking.persist.SegmentException when it is of another version
   */
  public LearnedModel learnedModel() {
    return snapshot.read(LEARNED, folder -> LearnedModel.from(name -> segment(folder, name)));
  }

  /** Rows of the items whose texts were learned from, ascending; none where that was not done. */
  public int[] coldRows() {
    return snapshot.read(LEARNED, folder -> ColdModel.rows(name -> segment(folder, name)));
  }

  /**
   * What was learned from texts.
   *
   * @param warm the items of {@link #coldRows} as they are in this snapshot, in that order
   */
  public ColdModel coldModel(List<Item> warm) {
    return snapshot.read(LEARNED, folder -> ColdModel.from(name -> segment(folder, name), warm));
  }

  private static MemorySegment segment(Path folder, String name) {
    Path file = learned(folder, name);
    return Files.exists(file) ? mapped(file) : null;
  }

  /** What was done with each item, with the longer half-life. */
  public ItemStatistics usualStatistics() {
    return snapshot.read(USUAL, file -> ItemStatistics.from(mapped(file)));
  }

  /** What was done with each item of late. */
  public ItemStatistics recentStatistics() {
    return snapshot.read(RECENT, file -> ItemStatistics.from(mapped(file)));
  }

  /** What learners asked; nothing in snapshots that were made before this was kept. */
  public List<AskedQueries.Asked> askedQueries() {
    Path file = snapshot.file(QUERIES);
    return Files.exists(file) ? snapshot.read(QUERIES, AskedQueries::read) : List.of();
  }

  /** The dictionaries that were used at index time. */
  public Dictionaries dictionaries() {
    return snapshot.read(DICTIONARIES, Dictionaries::read);
  }

  /** The analyzer that its index was written with, and so must be searched with. */
  public ChineseAnalyzer analyzer() {
    return new ChineseAnalyzer(lexicon(dictionaries()));
  }

  static Lexicon lexicon(Dictionaries dictionaries) {
    return new Lexicon(new LinkedHashSet<>(dictionaries.domainWords()));
  }

  /** Writes named segments as files of a folder. */
  static Path writeLearned(Path folder, Map<String, MemorySegment> segments) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, MemorySegment> segment : segments.entrySet()) {
      write(learned(folder, segment.getKey()), segment.getValue());
    }
    return folder;
  }

  private static Path learned(Path folder, String name) {
    return folder.resolve(name + ".bin");
  }

  static Path write(Path file, MemorySegment segment) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        Arena arena = Arena.ofConfined()) {
      channel.map(FileChannel.MapMode.READ_WRITE, 0, segment.byteSize(), arena).copyFrom(segment);
    }
    return file;
  }

  /** A file as memory; it stays mapped as long as something refers to it. */
  private static MemorySegment mapped(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
