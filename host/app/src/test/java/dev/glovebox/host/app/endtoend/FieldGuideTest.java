package dev.glovebox.host.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.api.v1.Analysis;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.CandidateState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every block of code in the field guide, and every template of {@code new}, does what it says. */
@ExtendWith(Bench.Shared.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class FieldGuideTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```python( snippet)?\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final List<String> TEMPLATES =
      List.of("minimal", "sma", "breakout", "rsi", "volatility");

  private final Bench bench;

  FieldGuideTest(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Tag("long")
  void everyExampleAndTemplatePassesAnalysisAndTrades() {
    Set<String> sources = new LinkedHashSet<>(blocks("docs/field-guide.md", false));
    assertThat(sources).hasSizeBetween(6, 9);
    TEMPLATES.forEach(template -> sources.add(Bench.text(written(template))));
    sources.addAll(blocks("docs/strategy-api.md", false));
    String series = bench.series(GoldenSeries.AAPL);
    for (String source : sources) {
      Candidate candidate =
          bench.client().submit(source.getBytes(UTF_8), "guide.py", Analysis.ANALYSIS_ON);
      assertThat(candidate.getFindingsList()).as(source).isEmpty();
      Run run = bench.backtest(Spec.of(candidate.getArtifactSha256(), GoldenSeries.AAPL, series));
      run.said().mustEndWith(0);
      assertThat(run.fills()).as(source).isNotEmpty();
      assertThat(Bench.text(run.out().resolve("report.html"))).contains(run.report("run_id"));
    }
  }

  @Test
  void everySnippetPassesAnalysis() {
    List<String> snippets = blocks("docs/field-guide.md", true);
    assertThat(snippets).isNotEmpty();
    for (String snippet : snippets) {
      String source =
          "from glovebox import Strategy\n\n\nclass S(Strategy):\n    def on_bar(self, ctx, bar):\n"
              + snippet.indent(8);
      Candidate candidate =
          bench.client().submit(source.getBytes(UTF_8), "snippet.py", Analysis.ANALYSIS_ON);
      assertThat(candidate.getState())
          .as(snippet)
          .isEqualTo(CandidateState.CANDIDATE_STATE_ANALYZED);
    }
  }

  @Test
  void theGuideIsOnePage() {
    assertThat(Bench.text(bench.surroundings().home().resolve("docs/field-guide.md")).length())
        .isLessThan(20_000);
  }

  @Test
  void newRefusesToOverwriteAndNamesTheNextCommand() {
    Path folder = bench.fresh("a folder");
    Said missing = bench.command("new", folder.resolve("x").toString());
    missing.mustEndWith(3);
    Path file = bench.fresh("mine.py");
    String bare = file.toString().substring(0, file.toString().length() - 3);
    Said said = bench.command("new", bare);
    said.mustEndWith(0);
    assertThat(said.out())
        .contains("wrote " + file, "./glovebox analyze ", "./glovebox backtest ", "--bars");
    assertThat(Files.exists(file)).isTrue();
    Said again = bench.command("new", file.toString(), "--template", "rsi");
    again.mustEndWith(2);
    assertThat(again.err()).startsWith("ARGUMENT_INVALID: ").contains("is there already");
    Said unknown = bench.command("new", bare + "2", "--template", "magic");
    unknown.mustEndWith(2);
    assertThat(unknown.err()).contains("minimal or sma or breakout or rsi or volatility");
  }

  private Path written(String template) {
    Path file = bench.fresh(template + ".py");
    bench.command("new", file.toString(), "--template", template).mustEndWith(0);
    return file;
  }

  private List<String> blocks(String document, boolean snippets) {
    Matcher blocks = BLOCK.matcher(Bench.text(bench.surroundings().home().resolve(document)));
    List<String> found = new ArrayList<>();
    while (blocks.find()) {
      if (snippets == (blocks.group(1) != null)) {
        found.add(blocks.group(2));
      }
    }
    return found;
  }
}
