package io.zhixun.indexer.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.zhixun.indexer.text.TextException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Makes a vector of a text: {@link #DIMENSIONS} numbers of length 1, near to those of texts that
 * mean something similar.
 *
 * <p>One text at a time, without padding, by one thread: the model's weights of eight bits are
 * scaled over a whole batch, so that neighbours in a batch would change a vector. Any number of
 * threads may ask at once, but only platform threads should: a call into native code holds the
 * carrier of a virtual one, for 1 ms for a query, some 10 ms for a window.
 */
public final class TextEncoder implements AutoCloseable {
  public static final int DIMENSIONS = 512;

  private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
  private static final String VOCABULARY = "/bge-small-zh-v1.5-q-tokenizer.json";

  private static final int MAX_COMMAND_LINE = 3_500;

  /** What the model was trained for. */
  private static final int MAX_TOKENS = 512;

  private static final String PROBE = "知寻：让每一次搜索都通向下一门值得学的课";
  private static final int PROBE_SHOWN = 4;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPiece vocabulary;

  private TextEncoder(OrtEnvironment environment, OrtSession session, WordPiece vocabulary) {
    this.environment = environment;
    this.session = session;
    this.vocabulary = vocabulary;
  }

  /**
   * Loads the model: a quarter of a second, 60 MB outside the heap.
   *
   * @throws TextException when this machine cannot run it
   */
  public static TextEncoder load() {
    try {
      requireShortCommandLine();
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return new TextEncoder(
            environment, environment.createSession(resource(MODEL), options), vocabulary());
      }
    } catch (OrtException | IOException | LinkageError e) {
      throw new TextException(Code.NO_MODEL, "the text encoder cannot be loaded: " + e, e);
    }
  }

  /**
   * ONNX Runtime 1.29.0 ends the whole process (seen: SIGSEGV without a trace, at 4 KB) when the
   * command line that started it is long, as a class path of many jars makes it.
   */
  private static void requireShortCommandLine() throws IOException {
    Path commandLine = Path.of("/proc/self/cmdline");
    if (Files.isReadable(commandLine)) {
      int length = Files.readAllBytes(commandLine).length;
      if (length > MAX_COMMAND_LINE) {
        throw new IOException(
            "the command line must have at most %d bytes, got %d: give the class path as folder/* or in CLASSPATH"
                .formatted(MAX_COMMAND_LINE, length));
      }
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = TextEncoder.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the class path lacks " + name);
    }
    return in;
  }

  static WordPiece vocabulary() throws IOException {
    try (InputStream in = open(VOCABULARY)) {
      return WordPiece.read(in);
    }
  }

  /** The model and what runs it: vectors of another name must not be compared with these. */
  public String name() {
    return "bge-small-zh-v1.5-q int8, onnxruntime " + environment.getVersion();
  }

  /**
   * The first numbers of the vector of a sentence that never changes: they differ where a machine's
   * instructions give other vectors.
   */
  public String probe() {
    float[] vector = encode(PROBE);
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < PROBE_SHOWN; i++) {
      shown.append(i == 0 ? "" : " ").append("%.4f".formatted(vector[i]));
    }
    return shown.toString();
  }

  /**
   * The vector of a text; any text, also an empty one. What is beyond 510 pieces of words is not
   * read.
   *
   * @throws TextException FAILED when the runtime does
   */
  public float[] encode(String text) {
    long[] tokens = vocabulary.encode(text, MAX_TOKENS);
    long[] ones = new long[tokens.length];
    Arrays.fill(ones, 1);
    long[] shape = {1, tokens.length};
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[tokens.length]), shape);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      // Of shape 1 x tokens x 512; the first token stands for the whole text.
      return first(((OnnxTensor) result.get(0)).getFloatBuffer());
    } catch (OrtException e) {
      throw new TextException(Code.FAILED, "the runtime refused a text: " + e.getMessage(), e);
    }
  }

  private static float[] first(FloatBuffer states) {
    float[] vector = new float[DIMENSIONS];
    states.get(vector);
    double squares = 0;
    for (float value : vector) {
      squares += value * value;
    }
    float scale = (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return vector;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new TextException(Code.FAILED, "the session cannot be closed", e);
    }
  }
}
