package dev.glovebox.analyzer.report;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.Severity;

/**
 * A finding, what it is known by when lines move, and whether it counts.
 *
 * @param fingerprint 32 hexadecimal digits over rule, marked line without its indentation, and how
 *     many of the same stand before it in the file
 */
public record Judged(Finding finding, String fingerprint, Standing standing) {
  /** Whether it flags its file. */
  boolean flags() {
    return standing instanceof Standing.Counts && finding.severity() == Severity.ERROR;
  }
}
