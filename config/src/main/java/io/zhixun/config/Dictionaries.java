package io.zhixun.config;

import io.zhixun.config.SettingsException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The word lists that analysis and queries use. Order is that of the files; words keep their case
 * and are compared without regard to it.
 *
 * @param domainWords words that stay whole when text is cut into words
 * @param stopWords words that carry no meaning of their own
 * @param questionWords words that make a query a question and say nothing of its subject
 */
public record Dictionaries(
    List<String> domainWords,
    List<SynonymRule> synonyms,
    List<String> stopWords,
    List<String> questionWords) {
  private static final String DOMAIN_WORDS = "domain-words.txt";
  private static final String SYNONYMS = "synonyms.txt";
  private static final String STOP_WORDS = "stop-words.txt";
  private static final String QUESTION_WORDS = "question-words.txt";

  public static final Dictionaries EMPTY =
      new Dictionaries(List.of(), List.of(), List.of(), List.of());

  public Dictionaries {
    domainWords = List.copyOf(domainWords);
    synonyms = List.copyOf(synonyms);
    stopWords = List.copyOf(stopWords);
    questionWords = List.copyOf(questionWords);
  }

  /** Those that the product ships. */
  public static Dictionaries shipped() {
    return read(
        name -> "shipped dictionaries/" + name, name -> Texts.shipped("dictionaries/" + name));
  }

  /**
   * Those of a folder that holds the four files {@code domain-words.txt}, {@code synonyms.txt},
   * {@code stop-words.txt} and {@code question-words.txt}.
   *
   * @throws SettingsException with the problems of all four, or when one is missing
   */
  public static Dictionaries read(Path folder) {
    return read(name -> folder.resolve(name).toString(), name -> Texts.read(folder.resolve(name)));
  }

  private static Dictionaries read(UnaryOperator<String> naming, UnaryOperator<String> reading) {
    List<Problem> problems = new ArrayList<>();
    UnaryOperator<String> text =
        file -> {
          try {
            return reading.apply(file);
          } catch (SettingsException unreadable) {
            problems.addAll(unreadable.problems());
            return "";
          }
        };
    Dictionaries read =
        new Dictionaries(
            WordFile.words(naming.apply(DOMAIN_WORDS), text.apply(DOMAIN_WORDS), problems),
            WordFile.synonyms(naming.apply(SYNONYMS), text.apply(SYNONYMS), problems),
            WordFile.words(naming.apply(STOP_WORDS), text.apply(STOP_WORDS), problems),
            WordFile.words(naming.apply(QUESTION_WORDS), text.apply(QUESTION_WORDS), problems));
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return read;
  }

  /** Writes the four files into an existing folder, without comments: {@link #read} reads them. */
  public void write(Path folder) {
    try {
      Files.write(folder.resolve(DOMAIN_WORDS), domainWords);
      Files.write(folder.resolve(SYNONYMS), synonyms.stream().map(SynonymRule::line).toList());
      Files.write(folder.resolve(STOP_WORDS), stopWords);
      Files.write(folder.resolve(QUESTION_WORDS), questionWords);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
