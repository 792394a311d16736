package io.zhixun.ranking.recipe;

import io.zhixun.ranking.neighbour.ItemNeighbours;
import io.zhixun.ranking.persist.SegmentReader;
import io.zhixun.ranking.persist.SegmentWriter;
import io.zhixun.ranking.popularity.Popularity;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The segment {@code model}: the choice, popularity, and which parts to read besides. */
final class ModelFormat {
  private static final String NAME = "model";
  private static final String KIND = "learned model";
  private static final int VERSION = 3;
  private static final int MAX_TERMS = 32;
  private static final int MAX_TRIALS = 100_000;
  private static final int MAX_HISTORY = 100_000;
  private static final int SORTED = 1_000;

  private static final String WALK = "walk.lists";

  private static final int NEIGHBOURS = 0;
  private static final int EMBEDDING = 1;
  private static final int LEARNERS = 2;
  private static final int SEQUENCE = 3;

  private ModelFormat() {}

  static void write(
      LearnedModel model,
      List<Part> parts,
      Optional<NeighbourPart> walk,
      Map<String, MemorySegment> segments) {
    Choice choice = model.choice();
    SegmentWriter out =
        new SegmentWriter(KIND, VERSION)
            .number(model.items())
            .number(model.historyLimit())
            .floats(model.popularity().scores())
            .number(choice.ordered() ? 1 : 0)
            .text(choice.why())
            .number(model.space().isPresent() ? 1 : 0)
            .number(parts.size());
    model.space().ifPresent(space -> space.write(segments));
    for (int term = 0; term < parts.size(); term++) {
      out.text(choice.terms().get(term).part()).real(choice.terms().get(term).weight());
      writePart(out, term, parts.get(term), segments);
    }
    out.number(walk.isPresent() ? 1 : 0);
    walk.ifPresent(part -> segments.put(WALK, part.lists().write().finish()));
    out.number(choice.trials().size());
    for (Choice.Trial trial : choice.trials()) {
      out.text(trial.blend()).real(trial.ndcg()).real(trial.recall());
    }
    segments.put(NAME, out.finish());
  }

  private static NeighbourPart walk(
      Function<String, MemorySegment> source, int items, int historyLimit) {
    return new NeighbourPart(ItemNeighbours.read(source, WALK, items, items), 0, historyLimit);
  }

  private static void writePart(
      SegmentWriter out, int term, Part any, Map<String, MemorySegment> segments) {
    switch (any) {
      case NeighbourPart part -> {
        out.number(NEIGHBOURS).real(part.decay());
        segments.put(lists(term), part.lists().write().finish());
      }
      case EmbeddingPart part -> {
        out.number(EMBEDDING);
        Reading.write(part.reading(), out);
        out.floats(part.degrees());
      }
      case LearnersPart part -> {
        out.number(LEARNERS);
        part.write(segments);
      }
      case SequencePart part -> {
        out.number(SEQUENCE);
        part.write(segments);
      }
    }
  }

  private static String lists(int term) {
    return "term-" + term + ".lists";
  }

  static LearnedModel read(Function<String, MemorySegment> source) {
    SegmentReader in = SegmentReader.open(source, NAME, KIND, VERSION);
    int items = in.number("items", 0, Integer.MAX_VALUE);
    int historyLimit = in.number("history limit", 1, MAX_HISTORY);
    Popularity popularity = Popularity.of(in.floats("popularity", items), SORTED);
    boolean ordered = in.number("ordered", 0, 1) == 1;
    String why = in.text();
    Optional<Space> space =
        in.number("space", 0, 1) == 1 ? Optional.of(Space.read(source, items)) : Optional.empty();
    int count = in.number("terms", 0, MAX_TERMS);
    List<Choice.Term> terms = new ArrayList<>(count);
    List<Part> parts = new ArrayList<>(count);
    for (int term = 0; term < count; term++) {
      String label = in.text();
      double weight = in.real("weight");
      in.require(weight > 0 && weight <= 1e6, "weight must be > 0 and <= 1000000");
      terms.add(new Choice.Term(label, weight));
      int kind = in.number("kind of part", NEIGHBOURS, SEQUENCE);
      if (kind == NEIGHBOURS) {
        double decay = in.real("decay");
        parts.add(
            new NeighbourPart(
                ItemNeighbours.read(source, lists(term), items, items), decay, historyLimit));
      } else if (kind == SEQUENCE) {
        parts.add(SequencePart.read(source, items));
      } else {
        parts.add(inSpace(source, in, kind, space));
      }
    }
    Optional<NeighbourPart> walk =
        in.number("walk", 0, 1) == 1
            ? Optional.of(walk(source, items, historyLimit))
            : Optional.empty();
    List<Choice.Trial> trials = trials(in);
    in.end();
    return new LearnedModel(
        new Choice(ordered, terms, trials, why), parts, walk, popularity, historyLimit);
  }

  private static Part inSpace(
      Function<String, MemorySegment> source,
      SegmentReader in,
      int kind,
      Optional<Space> maybeSpace) {
    in.require(maybeSpace.isPresent(), "a part needs a space");
    Space space = maybeSpace.orElseThrow();
    if (kind == LEARNERS) {
      return LearnersPart.read(source, space);
    }
    Reading reading = Reading.read(in, space.dimensions());
    float[] degrees = in.floats("degrees", space.items().vectors().rows());
    return new EmbeddingPart(space, reading, degrees);
  }

  private static List<Choice.Trial> trials(SegmentReader in) {
    int count = in.number("trials", 0, MAX_TRIALS);
    List<Choice.Trial> trials = new ArrayList<>(count);
    for (int trial = 0; trial < count; trial++) {
      trials.add(new Choice.Trial(in.text(), in.real("ndcg"), in.real("recall")));
    }
    return trials;
  }
}
