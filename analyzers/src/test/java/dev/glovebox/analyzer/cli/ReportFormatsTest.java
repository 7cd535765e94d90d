package dev.glovebox.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** SARIF by its schema, JUnit XML by a parser, colours, baselines and suppressions. */
@Timeout(120)
final class ReportFormatsTest {
  private static final String HOSTILE =
      "x = '\u202E\u001B[31m</testsuite>]]>\"' ; eval\nimport os\nwhile True: pass\n";

  @TempDir private Path folder;

  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private String sha256 = "";

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    return AnalyzerMain.run(
        arguments, new Here(""), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        ReportFormatsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
    }
  }

  private JsonNode sarif(String... arguments) throws IOException {
    int status = run(arguments);
    JsonNode document = new ObjectMapper().readTree(out.toString());
    assertThat(schema().validate(document)).isEmpty();
    assertThat(document.at("/runs/0/invocations/0/executionSuccessful").asBoolean())
        .isEqualTo(status != 3);
    return document.at("/runs/0");
  }

  @Test
  void sarifIsValidAndSaysEveryFinding() throws Exception {
    String hostile = file("h\u202Eo s%t\u00e9.py", HOSTILE);
    String clean = file("clean.py", "x = 1\n");
    JsonNode run = sarif("analyze", "--format", "sarif", hostile, clean);
    assertThat(run.at("/artifacts")).hasSize(2);
    assertThat(run.at("/artifacts/0/location/uri").asText())
        .startsWith("file:///")
        .endsWith("/h%E2%80%AEo%20s%25t%C3%A9.py");
    assertThat(run.at("/artifacts/0/hashes/sha-256").asText()).matches("[0-9a-f]{64}");
    assertThat(run.at("/columnKind").asText()).isEqualTo("unicodeCodePoints");
    assertThat(run.at("/results").findValuesAsText("ruleId")).contains("PY101", "PY302", "PY401");
    for (JsonNode result : run.at("/results")) {
      int index = result.get("ruleIndex").asInt();
      JsonNode rule = run.at("/tool/driver/rules").get(index);
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
      assertThat(rule.get("name").asText()).isNotEmpty();
      JsonNode place = result.at("/locations/0/physicalLocation");
      assertThat(place.at("/contextRegion/snippet/text").asText())
          .isEqualTo(HOSTILE.lines().toList().get(place.at("/region/startLine").asInt() - 1));
      assertThat(rule.at("/defaultConfiguration/level")).isEqualTo(result.get("level"));
    }
  }

  @Test
  void sarifExplainsEveryRule() throws Exception {
    JsonNode run = sarif("analyze", "--format", "sarif", file("clean.py", "x = 1\n"));
    List<String> tags = new ArrayList<>();
    for (JsonNode rule : run.at("/tool/driver/rules")) {
      assertThat(rule.at("/properties/precision").asText()).isIn("high", "medium", "low");
      assertThat(rule.at("/help/text").asText()).contains(" Instead: ");
      assertThat(rule.at("/help/markdown").asText())
          .startsWith("# " + rule.get("id").asText() + ": ")
          .contains("## Why\n", "## Bad\n\n```python\n", "## Good\n\n```python\n");
      assertThat(rule.has("helpUri")).isFalse();
      rule.at("/properties/tags").forEach(tag -> tags.add(tag.asText()));
    }
    assertThat(tags)
        .contains("external/cwe/cwe-095", "external/cwe/cwe-1177")
        .allMatch(tag -> tag.matches("external/cwe/cwe-\\d{3,}"));
  }

  @Test
  void theSchemaIsNoFormality() throws Exception {
    run("analyze", "--format", "sarif", file("bad.py", "import os\n"));
    String broken = out.toString().replace("\"startLine\":1", "\"startLine\":0");
    assertThat(broken).isNotEqualTo(out.toString());
    assertThat(schema().validate(new ObjectMapper().readTree(broken))).isNotEmpty();
  }

  @Test
  void sarifDoesNotLookCleanWhereNothingIsKnown() throws Exception {
    JsonNode run = sarif("analyze", "--format", "sarif", file("bin.py", "\0"));
    assertThat(run.at("/results")).isEmpty();
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .startsWith("SOURCE_NUL: ");
    assertThat(err.toString()).startsWith("SOURCE_NUL: ");
  }

  @Test
  void junitIsXmlWhateverACandidateWrote() throws Exception {
    String hostile = file("h<&>\"'\u001B.py", HOSTILE);
    String warned = file("warned.py", "while True: pass\n");
    assertThat(
            run(
                "analyze",
                "--format",
                "junit",
                hostile,
                warned,
                file("clean.py", "x = 1\n"),
                file("bin.py", "\0")))
        .isEqualTo(3);
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(out.toString())));
    var suites = document.getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isEqualTo(4);
    assertThat(number(suites.item(0), "failures")).isGreaterThanOrEqualTo(2);
    assertThat(number(suites.item(1), "failures")).isZero();
    assertThat(number(suites.item(1), "tests")).isEqualTo(1);
    assertThat(number(suites.item(2), "tests")).isEqualTo(1);
    assertThat(number(suites.item(3), "errors")).isEqualTo(1);
    assertThat(document.getElementsByTagName("failure").getLength())
        .isEqualTo(number(suites.item(0), "failures"));
    assertThat(((Element) document.getElementsByTagName("error").item(0)).getAttribute("type"))
        .isEqualTo("SOURCE_NUL");
    assertThat(out.toString()).doesNotContain("\u202E").doesNotContain("\u001B");
  }

  private static int number(org.w3c.dom.Node suite, String attribute) {
    return Integer.parseInt(((Element) suite).getAttribute(attribute));
  }

  @Test
  void coloursAreOursAlone() throws IOException {
    String file = file("bad.py", "eval('\u001B[31m')\n");
    run("analyze", "--color", "always", file);
    assertThat(out.toString())
        .contains("\u001B[1;31merror\u001B[0m PY101", "\u001B[32m^^^^\u001B[0m", "\\u001b[31m");
    run("analyze", "--color", "never", file);
    assertThat(out.toString()).doesNotContain("\u001B");
    run("analyze", file);
    assertThat(out.toString()).as("no terminal").doesNotContain("\u001B");
  }

  @Test
  void aBaselineHidesWhatWasThereAndNothingElse() throws IOException {
    String file = file("old.py", "import os\nx = 1\n");
    String baseline = folder.resolve("baseline.toml").toString();
    assertThat(run("analyze", "--write-baseline", baseline, file)).isEqualTo(1);
    assertThat(run("analyze", "--baseline", baseline, file)).isZero();
    assertThat(out.toString())
        .contains("1 analysed: 1 clean", "not counted: 1 known by the baseline, 0 suppressed");
    // It is known by its line's text: it may move, and a second one of the same is new.
    file("old.py", "x = 1\n\nimport os\n");
    assertThat(run("analyze", "--baseline", baseline, file)).isZero();
    file("old.py", "import os\nimport os\n");
    assertThat(run("analyze", "--baseline", baseline, file)).isEqualTo(1);
    file("old.py", "import os as o\n");
    assertThat(run("analyze", "--baseline", baseline, file)).isEqualTo(1);
    String other = file("other.py", "import os\n");
    assertThat(run("analyze", "--baseline", baseline, other)).isEqualTo(1);
    file("old.py", "import os\nimport sys\n");
    assertThat(run("analyze", "--baseline", baseline, "--format", "json", file)).isEqualTo(1);
    assertThat(out.toString()).containsOnlyOnce(",\"accepted\":{\"by\":\"baseline\"}}");
    JsonNode run = sarif("analyze", "--baseline", baseline, "--format", "sarif", file);
    assertThat(run.at("/results").findValuesAsText("baselineState"))
        .contains("unchanged", "new")
        .doesNotContain("");
  }

  private String suppressions(String expires, String more) throws IOException {
    return file(
        "suppressions.toml",
        "version = 1\n[[suppress]]\nrule = \"PY302\"\n"
            + "sha256 = \""
            + sha256
            + "\"\n"
            + "owner = \"alice\"\nreason = \"reads no file\"\nexpires = "
            + expires
            + "\n"
            + more);
  }

  @Test
  void aSuppressionHoldsForTheseBytesUntilItsEnd() throws Exception {
    String file = file("old.py", "import os\n");
    run("analyze", "--format", "json", file);
    sha256 = new ObjectMapper().readTree(out.toString()).at("/files/0/sha256").asText();
    String today = Here.TODAY.toString();
    assertThat(run("analyze", "--suppressions", suppressions(today, ""), file)).isZero();
    assertThat(out.toString()).contains("not counted: 0 known by the baseline, 1 suppressed");
    assertThat(err.toString()).isEmpty();
    assertThat(run("analyze", "--suppressions", suppressions(today, "line = 1\n"), file)).isZero();
    JsonNode run =
        sarif("analyze", "--format", "sarif", "--suppressions", suppressions(today, ""), file);
    assertThat(run.at("/results/0/suppressions/0/justification").asText())
        .isEqualTo("reads no file (alice)");

    String yesterday = Here.TODAY.minusDays(1).toString();
    assertThat(run("analyze", "--suppressions", suppressions(yesterday, ""), file)).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo(
            "SUPPRESSION_EXPIRED: line 2: PY302 of alice ended "
                + yesterday
                + System.lineSeparator());
    assertThat(run("analyze", "--suppressions", suppressions(today, "line = 2\n"), file))
        .isEqualTo(1);
    assertThat(err.toString()).startsWith("SUPPRESSION_UNUSED: line 2: PY302 of alice");
    file("old.py", "import os \n");
    assertThat(run("analyze", "--suppressions", suppressions(today, ""), file)).isEqualTo(1);
  }

  @Test
  void nothingInsideACandidateSuppressesAnything() throws IOException {
    String file =
        file(
            "noqa.py",
            """
            import os  # noqa  # nosec  # type: ignore  # pylint: disable=all  # nosemgrep
            # [[suppress]] rule = "PY302"
            """);
    assertThat(run("analyze", file)).isEqualTo(1);
    assertThat(out.toString()).contains("error PY302");
  }

  @Test
  void badFilesOfReviewersAreNamedWithTheirLine() throws IOException {
    String file = file("old.py", "import os\n");
    sha256 = "0".repeat(64);
    String today = Here.TODAY.toString();
    assertBad(suppressions("2026-13-01", ""), "is not TOML", file);
    assertBad(suppressions("\"tomorrow\"", ""), "line 2: expires is no date", file);
    assertThat(run("analyze", "--suppressions", suppressions("2027-11-23", ""), file))
        .as("366 days ahead")
        .isEqualTo(1);
    assertBad(suppressions("2027-11-24", ""), "more than 366 days ahead", file);
    assertBad(suppressions(today, "line = 0\n"), "line is no number from 1", file);
    assertBad(suppressions(today, "lines = 1\n"), "'lines' is not known", file);
    assertBad(suppressions(today, "\n[other]\n"), "'other' is not known", file);
    sha256 = "0".repeat(63);
    assertBad(suppressions(today, ""), "sha256 is not 64", file);
    assertBad(file("s.toml", "version = 2\n"), "version must be 1", file);
    assertBad(file("s.toml", "version = 1\nsuppress = 3\n"), "must be tables", file);
    assertBad(file("s.toml", "version = 1\n[[suppress]]\nrule = \"PY302\"\n"), "is missing", file);
    assertThat(run("analyze", "--suppressions", folder.resolve("none").toString(), file))
        .isEqualTo(3);
    assertThat(err.toString()).startsWith("FILE_UNREADABLE: ");
    assertThat(run("analyze", "--baseline", file("b.toml", "[[finding]]\n"), file)).isEqualTo(2);
    assertThat(err.toString()).startsWith("BASELINE_INVALID: ");
    assertThat(
            run("analyze", "--write-baseline", folder.resolve("no/such/b.toml").toString(), file))
        .isEqualTo(3);
  }

  private void assertBad(String suppressions, String message, String file) {
    assertThat(run("analyze", "--suppressions", suppressions, file)).isEqualTo(2);
    assertThat(err.toString()).startsWith("SUPPRESSIONS_INVALID: ").contains(message);
    assertThat(out.toString()).isEmpty();
  }
}
