package dev.glovebox.analyzer.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.source.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order of findings, which must not tell in what order nodes were visited. */
final class ReportTest {
  // So many that no hash puts them in order by chance.
  private static final int MANY = 40;
  private static final String RULE = "PY121";

  @Test
  void ordersFindingsThatBeginAtOnePlaceByTheirEnd() {
    Report report = new Report(RuleSet.pythonCore());
    for (int end = MANY; end > 0; end--) {
      report.add(RULE, new Span(1, 1, 1, end), "a text");
    }
    assertThat(report.findings().stream().map(Finding::endColumn).toList()).isEqualTo(upwards());
    Report lines = new Report(RuleSet.pythonCore());
    for (int end = MANY; end > 0; end--) {
      lines.add(RULE, new Span(1, 1, end, 1), "a text");
    }
    assertThat(lines.findings().stream().map(Finding::endLine).toList()).isEqualTo(upwards());
  }

  @Test
  void ordersFindingsOfOneSpanByTheirWords() {
    Report messages = new Report(RuleSet.pythonCore());
    Report advice = new Report(RuleSet.pythonCore());
    for (int word = MANY; word > 0; word--) {
      messages.add(RULE, new Span(1, 1, 1, 1), "%03d".formatted(word));
      advice.add(RULE, new Span(1, 1, 1, 1), "a text", "%03d".formatted(word));
    }
    assertThat(messages.findings().stream().map(Finding::message).map(Integer::valueOf).toList())
        .isEqualTo(upwards());
    assertThat(advice.findings().stream().map(Finding::instead).map(Integer::valueOf).toList())
        .isEqualTo(upwards());
  }

  private static List<Integer> upwards() {
    return IntStream.rangeClosed(1, MANY).boxed().toList();
  }
}
