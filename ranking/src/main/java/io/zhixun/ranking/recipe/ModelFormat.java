package io.zhixun.ranking.recipe;

import io.zhixun.ranking.persist.SegmentException;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import io.zhixun.ranking.popularity.Popularity;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The segment {@code model}: the choice, popularity, and which parts to read besides. */
final class ModelFormat {
  private static final String NAME = "model";
  private static final String KIND = "learned model";
  private static final int VERSION = 1;
  private static final int MAX_TERMS = 32;
  private static final int MAX_TRIALS = 100_000;
  private static final int MAX_HISTORY = 100_000;
  private static final int SORTED = 1_000;

  private static final int NEIGHBOURS = 0;
  private static final int EMBEDDING = 1;

  private ModelFormat() {}

  static void write(LearnedModel model, List<Part> parts, Map<String, MemorySegment> segments) {
    Choice choice = model.choice();
    SegmentWriter out =
        new SegmentWriter(KIND, VERSION)
            .number(model.items())
            .number(model.historyLimit())
            .floats(model.popularity().scores())
            .number(choice.ordered() ? 1 : 0)
            .text(choice.why())
            .number(parts.size());
    for (int term = 0; term < parts.size(); term++) {
      out.text(choice.terms().get(term).part()).real(choice.terms().get(term).weight());
      out.text(parts.get(term).name());
      switch (parts.get(term)) {
        case NeighbourPart part -> out.number(NEIGHBOURS).real(part.decay());
        case EmbeddingPart _ -> out.number(EMBEDDING);
      }
      parts.get(term).write(segments);
    }
    out.number(choice.trials().size());
    for (Choice.Trial trial : choice.trials()) {
      out.text(trial.blend()).real(trial.ndcg()).real(trial.recall());
    }
    segments.put(NAME, out.finish());
  }

  static LearnedModel read(Function<String, MemorySegment> source) {
    SegmentReader in = SegmentReader.open(source, NAME, KIND, VERSION);
    int items = in.number("items", 0, Integer.MAX_VALUE);
    int historyLimit = in.number("history limit", 1, MAX_HISTORY);
    Popularity popularity = Popularity.of(in.floats("popularity", items), SORTED);
    boolean ordered = in.number("ordered", 0, 1) == 1;
    String why = in.text();
    int count = in.number("terms", 0, MAX_TERMS);
    List<Choice.Term> terms = new ArrayList<>(count);
    List<Part> parts = new ArrayList<>(count);
    for (int term = 0; term < count; term++) {
      String label = in.text();
      double weight = in.real("weight");
      in.require(weight > 0 && weight <= 1e6, "weight must be > 0 and <= 1000000");
      terms.add(new Choice.Term(label, weight));
      parts.add(part(source, in, new NeighbourPart.Shape(items, historyLimit)));
    }
    int trialCount = in.number("trials", 0, MAX_TRIALS);
    List<Choice.Trial> trials = new ArrayList<>(trialCount);
    for (int trial = 0; trial < trialCount; trial++) {
      trials.add(new Choice.Trial(in.text(), in.real("ndcg"), in.real("recall")));
    }
    in.end();
    return new LearnedModel(
        new Choice(ordered, terms, trials, why), parts, popularity, historyLimit);
  }

  private static Part part(
      Function<String, MemorySegment> source, SegmentReader in, NeighbourPart.Shape shape) {
    String name = in.text();
    if (!name.matches("[a-z0-9-]{1,64}")) {
      throw SegmentException.damaged(NAME, "part has an impossible name");
    }
    return in.number("kind of part", NEIGHBOURS, EMBEDDING) == NEIGHBOURS
        ? NeighbourPart.read(source, name, in.real("decay"), shape)
        : EmbeddingPart.read(source, name, shape.items());
  }
}
