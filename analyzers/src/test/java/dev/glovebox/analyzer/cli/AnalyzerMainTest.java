package dev.glovebox.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class AnalyzerMainTest {
  @TempDir Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Surroundings surroundings, String... arguments) {
    return AnalyzerMain.run(
        arguments, surroundings, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private int run(String... arguments) {
    return run(new Here(""), arguments);
  }

  private String file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content).toString();
  }

  @Test
  void exitsByTheWorstVerdict() throws IOException {
    String clean = file("clean.py", "x = 1\n");
    String warned = file("warned.py", "while True: pass\n");
    String flagged = file("flagged.py", "import os\n");
    String binary = file("binary.py", "\0");
    assertThat(run("analyze", clean)).isZero();
    assertThat(run("analyze", warned)).isZero();
    assertThat(run("analyze", clean, flagged)).isEqualTo(1);
    assertThat(run("analyze", file("syntax.py", "if\n"))).isEqualTo(1);
    assertThat(run("analyze", flagged, binary, clean)).isEqualTo(3);
    assertThat(run("analyze", folder.resolve("missing.py").toString())).isEqualTo(3);
    assertThat(run("analyze", file("large.py", "#".repeat(256 * 1024 + 1)))).isEqualTo(3);
    assertThat(run("analyze", file("most.py", "#".repeat(256 * 1024)))).isZero();
    assertThat(run("analyze", file("deep.py", "x" + "()".repeat(9999)))).isEqualTo(3);
    assertThat(run("analyze")).isEqualTo(2);
    assertThat(run("analyze", "--no-such-flag", clean)).isEqualTo(2);
    assertThat(run("analyze", "--format", "yaml", clean)).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void printsTheLineWithAMarkBelowTheFinding() throws IOException {
    run("analyze", file("bad.py", "x = 1\nprint(eval('1'))\n"));
    assertThat(out.toString())
        .contains("bad.py:2:7: error PY101: 'eval' is not allowed")
        .contains("    print(eval('1'))\n          ^^^^\n")
        .contains("    instead: Write the code itself.")
        .contains("1 analysed: 0 clean, 1 flagged, 0 unreadable");
  }

  @Test
  void encodesWhatACandidateWroteForTheTerminal() throws IOException {
    run("analyze", file("c\u202Enary\u001B[2J.py", "x = '\u202E\u001B[31m\u200B' ; eval\n"));
    assertThat(out.toString())
        .doesNotContain("\u202E")
        .doesNotContain("\u001B")
        .doesNotContain("\u200B")
        .contains("\\u202e\\u001b[31m\\u200b")
        .contains("c\\u202enary\\u001b[2J.py");
  }

  @Test
  void printsTheDocumentedJson() throws IOException {
    String path = file("bad.py", "\u00e9 = 1; eval\n");
    assertThat(run("analyze", "--format", "json", path)).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("{\"version\":1,\"files\":[{\"path\":")
        .contains("\"sha256\":\"ca1e3ccac33e766e")
        .contains(
            "\"verdict\":\"FLAGGED\",\"findings\":[{\"rule\":\"PY408\",\"severity\":\"warning\","
                + "\"line\":1,\"column\":1,\"end_line\":1,\"end_column\":2,\"message\":"
                + "\"'\\u00e9' is not written in ASCII letters\",\"instead\":")
        .contains("{\"rule\":\"PY101\",\"severity\":\"error\",\"line\":1,\"column\":8,");
  }

  @Test
  void tellsInJsonWhatCouldNotBeRead() throws IOException {
    assertThat(run("analyze", "--format", "json", file("bin.py", "\0"))).isEqualTo(3);
    assertThat(out.toString()).contains("\"verdict\":\"UNREADABLE\",\"findings\":[]}]}");
    assertThat(err.toString()).contains("SOURCE_NUL");
  }

  @Test
  void searchesFoldersForPythonByName() throws IOException {
    file("a/one.py", "x = 1\n");
    file("a/b/two.py", "x = 1\n");
    file("a/other.txt", "import os\n");
    Files.createSymbolicLink(
        folder.resolve("a/link.py"), Path.of(file("outside.py", "import os\n")));
    assertThat(run("analyze", folder.resolve("a").toString())).isZero();
    assertThat(out.toString()).contains("2 analysed: 2 clean");
    Files.createDirectory(folder.resolve("empty"));
    assertThat(run("analyze", folder.resolve("empty").toString())).isEqualTo(3);
  }

  @Test
  void readsStandardInput() {
    assertThat(run(new Here("import os\n"), "analyze", "-")).isEqualTo(1);
    assertThat(out.toString()).contains("-:1:8: error PY302");
  }

  @Test
  void explainsRules() {
    assertThat(run("explain", "py301")).isZero();
    assertThat(out.toString()).contains("PY301 error").contains("glovebox.indicators");
    assertThat(run("explain", "PY999")).isEqualTo(2);
    assertThat(run("rules")).isZero();
    assertThat(out.toString()).contains("python-core 1 sha256:").contains("PY401 warning");
    assertThat(run("rules", "--format", "json")).isZero();
  }

  @Test
  void analysesEachFileInAProcessOfItsOwn() throws IOException {
    JailedSurroundings jailed = new JailedSurroundings(InputStream.nullInputStream());
    String flagged = file("j/flagged.py", "x = 1\nimport os\n");
    String clean = file("j/clean.py", "x = 1\n");
    String binary = file("j/binary.py", "\0");
    assertThat(run(jailed, "analyze", clean, flagged, binary)).isEqualTo(3);
    assertThat(out.toString())
        .contains("clean.py: CLEAN")
        .contains("flagged.py:2:8: error PY302: module 'os' is not allowed")
        .contains("binary.py:1: SOURCE_NUL")
        .contains("3 analysed: 1 clean, 1 flagged, 1 unreadable");
  }
}
