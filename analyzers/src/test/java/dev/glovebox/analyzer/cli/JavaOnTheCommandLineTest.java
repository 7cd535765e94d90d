package dev.glovebox.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.analyzer.rules.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both languages side by side: in folders, reports, suppressions and lists of rules. */
@Timeout(60)
final class JavaOnTheCommandLineTest {
  private static final String FLAGGED = "class A {\n  native int f();\n}\n";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Surroundings surroundings, String... arguments) {
    out.getBuffer().setLength(0);
    return AnalyzerMain.run(
        arguments, surroundings, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private int run(String... arguments) {
    return run(new Here(FLAGGED), arguments);
  }

  @Test
  void searchesAFolderForBoth() throws IOException {
    Files.writeString(folder.resolve("a.py"), "x = 1\n");
    Files.writeString(folder.resolve("A.java"), FLAGGED);
    assertThat(run("analyze", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("A.java:2:14: error JV109").contains("2 analysed: 1 clean");
  }

  @Test
  void asksWhichLanguageStandardInputHas() {
    assertThat(run("analyze", "--language", "java", "-")).isEqualTo(1);
    assertThat(out.toString()).contains("JV109");
    assertThat(run("analyze", "-")).isEqualTo(1);
    assertThat(out.toString()).contains("PY000");
  }

  @Test
  void namesLanguageAndRulesInSarif() throws IOException {
    Path java = Files.writeString(folder.resolve("A.java"), FLAGGED);
    Path python = Files.writeString(folder.resolve("a.py"), "x = 1\n");
    assertThat(run("analyze", "--format", "sarif", java.toString(), python.toString())).isOne();
    JsonNode sarif = new ObjectMapper().readTree(out.toString()).get("runs").get(0);
    assertThat(sarif.get("artifacts").get(0).get("sourceLanguage").asText()).isEqualTo("java");
    assertThat(sarif.get("artifacts").get(1).get("sourceLanguage").asText()).isEqualTo("python");
    JsonNode result = sarif.get("results").get(0);
    assertThat(
            sarif
                .get("tool")
                .get("driver")
                .get("rules")
                .get(result.get("ruleIndex").asInt())
                .get("id")
                .asText())
        .isEqualTo("JV109");
  }

  @Test
  void keepsABaselineOfJava() throws IOException {
    String java = Files.writeString(folder.resolve("A.java"), FLAGGED).toString();
    String baseline = folder.resolve("baseline.json").toString();
    assertThat(run("analyze", "--write-baseline", baseline, java)).isOne();
    assertThat(run("analyze", "--baseline", baseline, java)).isZero();
  }

  @Test
  void listsAndExplainsRulesOfJava() throws IOException {
    assertThat(run("rules")).isZero();
    assertThat(out.toString()).contains("PY101 error").contains("JV303 error");
    assertThat(run("rules", "--language", "java", "--format", "json")).isZero();
    assertThat(new ObjectMapper().readTree(out.toString()).get("rules"))
        .hasSameSizeAs(RuleSet.javaCore().rules());
    assertThat(run("explain", "jv301")).isZero();
    assertThat(out.toString()).contains("classes on the list:").contains("java.util.ArrayList");
  }
}
