package dev.glovebox.fuzz;

import dev.glovebox.analyzer.AnalyzeMain;
import dev.glovebox.analyzer.java.JavaAnalyzer;
import dev.glovebox.analyzer.rules.RuleSet;

/** Analysis of Java gives what {@link AnalysisTarget} demands of Python's. */
public final class JavaAnalysisTarget {
  private static final JavaAnalyzer ANALYZER = analyzer();
  private static final JavaAnalyzer OTHER = analyzer();

  private JavaAnalysisTarget() {}

  private static JavaAnalyzer analyzer() {
    return new JavaAnalyzer(RuleSet.javaCore(), AnalyzeMain.PARSE_LIMIT);
  }

  /** Analyses {@code data}. */
  public static void fuzzerTestOneInput(byte[] data) {
    AnalysisTarget.check(ANALYZER::analyze, OTHER::analyze, data);
  }
}
