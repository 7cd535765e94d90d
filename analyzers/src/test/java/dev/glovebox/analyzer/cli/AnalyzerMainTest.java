package dev.glovebox.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.analyzer.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    Files.createSymbolicLink(folder.resolve("a/loop"), folder.resolve("a"));
    assertThat(run("analyze", folder.resolve("a").toString())).isZero();
    assertThat(out.toString()).contains("2 analysed: 2 clean");
    Files.createDirectory(folder.resolve("empty"));
    assertThat(run("analyze", folder.resolve("empty").toString())).isEqualTo(3);
  }

  @Test
  void leavesNothingInAFolderOutInSilence() throws IOException {
    file("a/one.py", "x = 1\n");
    Files.createSymbolicLink(
        folder.resolve("a/link.py"), Path.of(file("outside.py", "import os\n")));
    assertThat(run("analyze", folder.resolve("a").toString())).isEqualTo(3);
    assertThat(out.toString()).contains("link.py").contains("is a link").doesNotContain("PY302");

    file("deep/" + "d/".repeat(31) + "low.py", "x = 1\n");
    assertThat(run("analyze", folder.resolve("deep").toString())).isZero();
    file("deep/" + "d/".repeat(32) + "lower.py", "import os\n");
    assertThat(run("analyze", folder.resolve("deep").toString())).isEqualTo(3);
    assertThat(out.toString()).contains("more than 32 folders deep");
  }

  @Test
  void takesTenThousandFilesOfAFolderAndNotOneMore() throws IOException {
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < SourceFiles.FILES_MAX; i++) {
      Files.createFile(many.resolve(i + ".py"));
    }
    assertThat(SourceFiles.named(List.of(many.toString()))).hasSize(SourceFiles.FILES_MAX);
    Files.createFile(many.resolve("more.py"));
    assertThat(run("analyze", many.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("more than 10000 files");
  }

  @Test
  void hasAStatusForNamesAndBytesOfEveryKind() throws IOException {
    String escaped = file("a\n\u001b[31mb\u202ec.py", "import os\n");
    assertThat(run("analyze", escaped)).isEqualTo(1);
    assertThat(out.toString()).doesNotContain("\u001b").doesNotContain("\u202e");
    assertThat(run("analyze", file("empty.py", ""))).isZero();
    assertThat(run("analyze", file("lines.py", "x = 1\r\ny = 2\r\n"))).isZero();
    assertThat(run("analyze", file("mark.py", "\ufeffx = 1\n"))).isEqualTo(3);
    Path bytes = Files.write(folder.resolve("bytes.py"), new byte[] {'x', (byte) 0xFF});
    assertThat(run("analyze", bytes.toString())).isEqualTo(3);
    assertThat(run("analyze", "/dev/zero")).isEqualTo(3);
    assertThat(run("analyze", "name\0.py")).isEqualTo(3);
    Path loop = folder.resolve("loop.py");
    assertThat(run("analyze", Files.createSymbolicLink(loop, loop).toString())).isEqualTo(3);
    assertThat(err.toString()).doesNotContain("Exception").doesNotContain("\tat ");
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
  void explainsWithThePageOfTheRule() throws IOException {
    assertThat(run("explain", "PY101")).isZero();
    assertThat(out.toString())
        .startsWith("PY101 error: ")
        .contains("  confidence: high\n", "  weakness:   CWE-95: Improper Neutralization")
        .contains("\n  bad:\n    from glovebox import Strategy\n\n\n    class ")
        .contains("\n  good:\n    ")
        .doesNotContain("\u001B", "```");
    out.getBuffer().setLength(0);
    assertThat(run("explain", "--format", "json", "PY102")).isZero();
    JsonNode explained = new ObjectMapper().readTree(out.toString());
    assertThat(explained.get("confidence").asText()).isEqualTo("medium");
    assertThat(explained.get("cwe").asText()).isEqualTo("CWE-470");
    assertThat(explained.get("page").asText()).isEqualTo("docs/rules/PY102.md");
    assertThat(explained.get("why").asText()).isNotBlank().doesNotContain("\n");
    assertThat(explained.get("bad").get(0).asText()).contains("getattr(bar, field)\n");
    assertThat(explained.get("good")).isNotEmpty();
  }

  @Test
  void listsEveryRuleWithConfidenceWeaknessAndPage() throws IOException {
    assertThat(run("rules", "--format", "json")).isZero();
    JsonNode listed = new ObjectMapper().readTree(out.toString()).get("rules");
    assertThat(listed).hasSameSizeAs(RuleSet.pythonCore().rules());
    for (JsonNode rule : listed) {
      assertThat(rule.get("confidence").asText()).isIn("high", "medium", "low");
      assertThat(rule.get("page").asText())
          .isEqualTo("docs/rules/" + rule.get("rule").asText() + ".md");
      assertThat(rule.get("cwe").isNull() || rule.get("cwe").asText().matches("CWE-\\d+")).isTrue();
    }
    out.getBuffer().setLength(0);
    assertThat(run("rules")).isZero();
    assertThat(out.toString())
        .contains("PY101 error   high   CWE-95   Does it run code")
        .contains("PY104 error   high   -        Does it use a name");
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
