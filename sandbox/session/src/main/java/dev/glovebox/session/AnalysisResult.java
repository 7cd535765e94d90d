package dev.glovebox.session;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Findings of one analysis, and what the source says of itself: advice to people, and untrusted.
 *
 * @param ruleSet name of the rule set, at most 64 bytes
 * @param ruleSetHash SHA-256 of the rule list, 32 bytes, read-only
 */
public record AnalysisResult(
    String ruleSet, ByteBuffer ruleSetHash, List<SourceFinding> findings, StrategyManifest manifest)
    implements AnalysisAnswer {
  /** Copies the list and drops write access. */
  public AnalysisResult {
    ruleSetHash = ruleSetHash.asReadOnlyBuffer();
    findings = List.copyOf(findings);
  }

  /** How bad a finding is. Only an error flags a candidate. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  /**
   * One finding. Lines and columns are 1-based, columns in code points; 0 if not applicable.
   *
   * @param message untrusted text: it quotes the source; at most 4096 bytes
   * @param instead what to write instead; may be empty; at most 4096 bytes
   */
  public record SourceFinding(
      String rule,
      Severity severity,
      int line,
      int column,
      int endLine,
      int endColumn,
      String message,
      String instead) {}
}
