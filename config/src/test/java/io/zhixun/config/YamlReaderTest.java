package io.zhixun.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zhixun.config.SettingsException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReaderTest {
  private static SettingsException refused(String text) {
    return assertThrows(SettingsException.class, () -> SettingsFile.parse("a.yaml", text), text);
  }

  private static void assertRefused(Code code, String where, String text) {
    SettingsException thrown = refused(text);
    assertEquals(code, thrown.code(), thrown.getMessage());
    assertEquals(where, thrown.problems().getFirst().where());
  }

  @Test
  void filesWithoutSettingsAreRefused() {
    assertRefused(Code.EMPTY, "a.yaml", "");
    assertRefused(Code.EMPTY, "a.yaml", "# nothing\n---\n");
    assertRefused(Code.NOT_A_MAP, "a.yaml:2", "# a list\n- a\n- b\n");
    assertRefused(Code.NOT_A_MAP, "a.yaml:1", "hello");
  }

  @Test
  void duplicateKeysAreAllNamed() {
    SettingsException thrown = refused("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n");

    assertEquals(
        "a.yaml:4: c: stands twice, first at a.yaml:3\na.yaml:5: a: stands twice, first at a.yaml:1",
        thrown.getMessage());
    assertEquals(Code.DUPLICATE_KEY, thrown.code());
  }

  @Test
  void tabsAreExplained() {
    SettingsException thrown = refused("a:\n\tb: 1\n");

    assertEquals(Code.SYNTAX, thrown.code());
    assertEquals("a.yaml:2", thrown.problems().getFirst().where());
    assertTrue(thrown.getMessage().contains("indent with spaces"), thrown.getMessage());
  }

  @Test
  void brokenYamlNamesItsLine() {
    assertRefused(Code.SYNTAX, "a.yaml:3", "a: 1\nb: 'open\n");
    assertTrue(refused("a: 1\nb: 'open\n").getMessage().endsWith("(it began in line 2)"));
    assertRefused(Code.SYNTAX, "a.yaml:2", "a: [1,\n");
    assertRefused(Code.SYNTAX, "a.yaml:2", "a: 1\n b: 2\n");
    assertRefused(Code.SYNTAX, "a.yaml:1", "a: \u0001\n");
  }

  @Test
  void whatYamlCanDoBeyondSettingsIsRefused() {
    assertRefused(Code.UNSUPPORTED_YAML, "a.yaml:1", "a: &x [1]\nb: *x\n");
    assertRefused(Code.UNSUPPORTED_YAML, "a.yaml:1", "a: !!java.net.URL [x]\n");
    assertRefused(Code.UNSUPPORTED_YAML, "a.yaml:1", "a: !!str 5\n");
    assertRefused(Code.UNSUPPORTED_YAML, "a.yaml:2", "a: 1\n<<: {b: 1}\n");
    assertRefused(Code.UNSUPPORTED_YAML, "a.yaml:2", "a: 1\n--- \nb: 1\n");
    assertRefused(Code.UNSUPPORTED_YAML, "a.yaml:1", "[a, b]: 1\n");
  }

  @Test
  void aBillionLaughsAreStoppedAtTheFirst() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    assertRefused(Code.UNSUPPORTED_YAML, "a.yaml:1", bomb.toString());
  }

  @Test
  void deepNestingIsRefused() {
    assertRefused(Code.SYNTAX, "a.yaml:1", "a: " + "[".repeat(5_000) + "]".repeat(5_000));
  }

  @Test
  void unreadableFilesAreTold(@TempDir Path folder) throws IOException {
    Path broken = Files.write(folder.resolve("b.yaml"), new byte[] {'a', ':', (byte) 0xff});
    Path huge = Files.write(folder.resolve("h.yaml"), new byte[(8 << 20) + 1]);

    assertEquals(Code.UNREADABLE, code(folder.resolve("none.yaml")));
    assertEquals(Code.UNREADABLE, code(folder));
    assertEquals(Code.NOT_UTF8, code(broken));
    assertEquals(Code.TOO_LARGE, code(huge));
  }

  private static Code code(Path file) {
    return assertThrows(SettingsException.class, () -> SettingsFile.read(file)).code();
  }

  @Test
  void aByteOrderMarkIsSkipped(@TempDir Path folder) throws IOException {
    record Section(int b) {}
    Path file = Files.writeString(folder.resolve("a.yaml"), "\uFEFFa: {b: 3}\r\n");

    assertEquals(3, SettingsFile.read(file).bind("a", Section.class, new Section(1)).b());
  }
}
