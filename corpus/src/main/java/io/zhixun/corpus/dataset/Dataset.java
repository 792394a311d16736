package io.zhixun.corpus.dataset;

import io.zhixun.corpus.Corpus;
import io.zhixun.corpus.Event;
import io.zhixun.corpus.Item;
import io.zhixun.corpus.UserProfile;
import io.zhixun.corpus.jsonl.LineProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Data that can be read as items, events and profiles, as often as wanted. A path is a file or a
 * folder in which the files have the names they are published under.
 */
public interface Dataset {
  /** The kinds of data there are. */
  enum Source {
    /** Our own lines: items, events and profiles, told apart by their fields. */
    JSONL {
      @Override
      public Dataset open(List<Path> paths) {
        return new JsonlDataset(DatasetFiles.expand(paths, "*.jsonl"));
      }
    },
    /** Chinese courses with introductions, teachers and schools; enrolments. */
    MOOCCUBE {
      @Override
      public Dataset open(List<Path> paths) {
        return new MoocCube(DatasetFiles.expand(paths, "catalogue.jsonl", "interactions*.tsv"));
      }
    },
    /** Chinese books with authors, dates, ratings and tags. */
    DOUBAN {
      @Override
      public Dataset open(List<Path> paths) {
        return new DoubanBooks(DatasetFiles.expand(paths, "catalogue.jsonl"));
      }
    },
    /** Films and ratings in the form of MovieLens 100K. */
    MOVIELENS {
      @Override
      public Dataset open(List<Path> paths) {
        return new MovieLens(DatasetFiles.expand(paths, "u.item", "u.user", "u.data"));
      }
    },
    /** Numbers alone: a user and its items on each line. */
    LIGHTGCN {
      @Override
      public Dataset open(List<Path> paths) {
        return new LightGcn(DatasetFiles.expand(paths, "train.txt", "test.txt"));
      }
    };

    /**
     * The data in these files or folders; nothing is read yet.
     *
     * @throws io.zhixun.corpus.jsonl.CorpusFileException when a path does not exist, or a folder
     *     has none of the files
     */
    public abstract Dataset open(List<Path> paths);
  }

  /**
   * Reads all of it, each part in the order of the files; big files are never held in memory. An
   * item comes before the first event that mentions it wherever the source has items at all.
   *
   * @throws io.zhixun.corpus.jsonl.CorpusFileException when a file cannot be read
   */
  void read(
      Consumer<Item> items,
      Consumer<Event> events,
      Consumer<UserProfile> profiles,
      Consumer<LineProblem> problems);

  /** All of it in memory. */
  default Corpus corpus(Consumer<LineProblem> problems) {
    List<Item> items = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    List<UserProfile> profiles = new ArrayList<>();
    read(items::add, events::add, profiles::add, problems);
    return Corpus.of(items, events, profiles);
  }

  /**
   * The catalogue in one file, whichever of our own, douban's and mooccube's shape it has.
   *
   * @throws io.zhixun.corpus.jsonl.CorpusFileException when it has none of them
   */
  static Dataset catalogue(Path file) {
    return Detection.catalogue(file);
  }

  /**
   * The events in one file: our own lines, or {@code user⇥item} as mooccube has them.
   *
   * @throws io.zhixun.corpus.jsonl.CorpusFileException when it has neither
   */
  static Dataset interactions(Path file) {
    return Detection.interactions(file);
  }
}
