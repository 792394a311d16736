package io.zhixun.search.lexical;

import io.zhixun.corpus.ItemId;
import io.zhixun.indexer.schema.Fields;
import io.zhixun.indexer.schema.ItemDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;

/** How a query that was read is carried out on what a reader sees. Safe for many threads. */
final class Evaluation {
  private final LexicalSettings settings;
  private final FrozenStatistics statistics;
  private final Bm25 bm25;
  private final Columns columns = new Columns();
  private final RowDocs rowDocs = new RowDocs(columns);

  Evaluation(LexicalSettings settings, FrozenStatistics statistics, Bm25 bm25) {
    this.settings = settings;
    this.statistics = statistics;
    this.bm25 = bm25;
  }

  /** What alone may be found, in each segment; empty where that is everything. */
  private interface Among {
    Optional<List<int[]>> in(List<Segment> segments) throws IOException;
  }

  /** Everything that matches. */
  Matches ofAll(IndexReader reader, QueryPlanner reading, String query) throws IOException {
    return matches(reader, reading, query, _ -> Optional.empty());
  }

  /** What matches of some rows. */
  Matches ofRows(IndexReader reader, QueryPlanner reading, String query, int[] rows)
      throws IOException {
    Matches matches =
        matches(reader, reading, query, segments -> Optional.of(rowDocs.of(segments, rows)));
    int few = settings.relaxing().few();
    if (rows.length < few) { // of fewer items no more can hold it
      matches.leaveOpen(Math.min(1, matches.openness() * few / Math.max(1, rows.length)));
    }
    return matches;
  }

  /** Whether and how one item matches. */
  Matches ofItem(IndexReader reader, QueryPlanner reading, String query, ItemId item)
      throws IOException {
    TextQuery only = new TextQuery.Term(Fields.ID, item.value(), 1);
    return matches(
        reader,
        reading,
        query,
        segments -> {
          List<int[]> docs = new ArrayList<>();
          for (Segment segment : segments) {
            docs.add(new SegmentMatcher(segment).matching(only));
          }
          return Optional.of(docs);
        });
  }

  private Matches matches(IndexReader reader, QueryPlanner reading, String query, Among among)
      throws IOException {
    QueryPlan plan = reading.plan(query);
    TermLookup terms = new TermLookup(reader, statistics);
    List<Segment> segments =
        reader.leaves().stream().map(leaf -> new Segment(leaf, terms, bm25, columns)).toList();
    StagedSearch.Outcome outcome =
        new StagedSearch(segments, settings, among.in(segments)).run(plan);
    if (outcome.guess().isPresent()) {
      outcome.matches().explainBy(meant(reading, query, outcome.guess().get()));
    }
    return outcome.matches();
  }

  /** The title mostly tells, and the whole item need not be read. */
  private static Optional<String> meant(QueryPlanner reading, String query, StagedSearch.Doc doc)
      throws IOException {
    Optional<String> title =
        doc.segment().title(doc.number()).flatMap(text -> reading.instead(query, List.of(text)));
    return title.isPresent() ? title : reading.instead(query, names(doc));
  }

  private static List<String> names(StagedSearch.Doc doc) throws IOException {
    return ItemDocument.names(
        doc.segment()
            .reader()
            .storedFields()
            .document(doc.number(), Set.of(Fields.ITEM))
            .getBinaryValue(Fields.ITEM));
  }
}
