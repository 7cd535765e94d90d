package dev.glovebox.analyzer;

import dev.glovebox.analyzer.rules.Severity;
import java.util.List;

/**
 * What analysis found.
 *
 * @param findings by place; bounded in number
 * @param manifest what the source says of itself
 */
public record Analysis(List<Finding> findings, StrategyManifest manifest) {
  /** Copies the list. */
  public Analysis {
    findings = List.copyOf(findings);
  }

  /** Whether at least one finding is an error. */
  public boolean flagged() {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
