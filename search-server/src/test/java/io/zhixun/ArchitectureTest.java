package io.zhixun;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md, checked. When a rule fails, the picture or the code is wrong. */
class ArchitectureTest {
  private static final String[] MODULES = {
    "io.zhixun.corpus..",
    "io.zhixun.config..",
    "io.zhixun.store..",
    "io.zhixun.ranking..",
    "io.zhixun.indexer..",
    "io.zhixun.search..",
    "io.zhixun.server..",
    "io.zhixun.cli.."
  };

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.zhixun");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.zhixun.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void corpusKnowsNothingOfTheOthers() {
    forbid("io.zhixun.corpus..", "io.zhixun.corpus..");
  }

  @Test
  void configKnowsNothingOfTheOthers() {
    forbid("io.zhixun.config..", "io.zhixun.config..");
  }

  @Test
  void storeKnowsTheCorpusAlone() {
    forbid("io.zhixun.store..", "io.zhixun.store..", "io.zhixun.corpus..");
  }

  @Test
  void rankingKnowsTheCorpusAlone() {
    forbid("io.zhixun.ranking..", "io.zhixun.ranking..", "io.zhixun.corpus..");
  }

  @Test
  void indexerKnowsNeitherStoreNorServing() {
    forbid(
        "io.zhixun.indexer..",
        "io.zhixun.indexer..",
        "io.zhixun.ranking..",
        "io.zhixun.corpus..",
        "io.zhixun.config..");
  }

  @Test
  void searchAnswersWithoutHttp() {
    noClasses()
        .that()
        .resideInAPackage("io.zhixun.search..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.zhixun.server..", "io.zhixun.cli..", "io.javalin..")
        .check(classes);
  }

  @Test
  void serverKnowsNothingOfTheCommandLine() {
    noClasses()
        .that()
        .resideInAPackage("io.zhixun.server..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.zhixun.cli..", "org.apache.lucene..", "picocli..")
        .check(classes);
  }

  @Test
  void rankingKnowsNeitherLuceneNorSqlNorHttpNorTheClock() {
    noClasses()
        .that()
        .resideInAPackage("io.zhixun.ranking..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.lucene..", "java.sql..", "io.javalin..", "java.nio.file..", "java.net..")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .check(classes);
  }

  @Test
  void luceneStopsAtIndexerAndLexical() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.zhixun.indexer..", "io.zhixun.search.lexical..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.lucene..")
        .check(classes);
  }

  private void forbid(String module, String... allowed) {
    List<String> others = new ArrayList<>(List.of(MODULES));
    others.removeAll(List.of(allowed));
    noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others.toArray(String[]::new))
        .check(classes);
  }
}
