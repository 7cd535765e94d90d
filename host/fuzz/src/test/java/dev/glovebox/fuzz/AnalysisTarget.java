package dev.glovebox.fuzz;

import dev.glovebox.analyzer.Analysis;
import dev.glovebox.analyzer.AnalyzeMain;
import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.python.PythonAnalyzer;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.util.function.Function;

/**
 * Analysis gives findings inside the text and a manifest, the same each time, or a refusal with a
 * code.
 */
public final class AnalysisTarget {
  private static final PythonAnalyzer ANALYZER = analyzer();
  private static final PythonAnalyzer OTHER = analyzer();

  private AnalysisTarget() {}

  private static PythonAnalyzer analyzer() {
    return new PythonAnalyzer(
        new PythonParser(System::nanoTime, AnalyzeMain.PARSE_LIMIT), RuleSet.pythonCore());
  }

  /** Analyses {@code data}. */
  public static void fuzzerTestOneInput(byte[] data) {
    check(ANALYZER::analyze, OTHER::analyze, data);
  }

  /** Checks what an analyzer says of {@code data}, and that another one says the same. */
  static void check(
      Function<byte[], Analysis> analyzer, Function<byte[], Analysis> other, byte[] data) {
    Analysis analysis;
    try {
      analysis = analyzer.apply(data);
    } catch (SourceRefusedException e) {
      Checks.refusal(e.refusal(), data);
      return;
    }
    for (Finding finding : analysis.findings()) {
      Checks.require(!finding.rule().isEmpty(), "a finding without a rule");
      Checks.require(!finding.message().isEmpty(), "a finding without a message");
      Checks.require(
          finding.line() >= 1 && finding.line() <= Checks.lines(data), "a line out of the text");
      Checks.require(finding.column() >= 0, "a negative column");
    }
    Checks.require(other.apply(data).equals(analysis), "another answer the next time");
  }
}
