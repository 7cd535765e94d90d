package dev.glovebox.host.app.command;

import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.proto.api.v1.Candidate;
import dev.glovebox.proto.api.v1.Finding;
import dev.glovebox.proto.api.v1.FindingSeverity;
import dev.glovebox.proto.api.v1.PreparationRefusal;
import java.util.List;
import java.util.Map;

/** Findings for the terminal and as JSON; what they quote is encoded for either. */
public final class Findings {
  private Findings() {}

  /** Returns one line: file, place, severity, rule, message, and what to write instead. */
  public static String line(Candidate candidate, Finding finding) {
    return line(candidate.getFileName(), finding);
  }

  /** Returns one line, in the form of a finding, of why {@code candidate} cannot be prepared. */
  static String line(Candidate candidate, PreparationRefusal refusal) {
    return line(
        candidate.getFileName(),
        Finding.newBuilder()
            .setRule(refusal.getCode())
            .setSeverity(FindingSeverity.FINDING_SEVERITY_ERROR)
            .setLine(refusal.getLine())
            .setColumn(refusal.getColumn())
            .setMessage(refusal.getMessage())
            .build());
  }

  /** Returns one line of a finding in {@code fileName}. */
  static String line(String fileName, Finding finding) {
    String instead = new UntrustedText(finding.getInstead()).forTerminal();
    return new UntrustedText(fileName).forTerminal()
        + ":"
        + finding.getLine()
        + ":"
        + finding.getColumn()
        + " "
        + severity(finding.getSeverity())
        + " "
        + new UntrustedText(finding.getRule()).forTerminal()
        + " "
        + new UntrustedText(finding.getMessage()).forTerminal()
        + (instead.isEmpty() ? "" : " (instead: " + instead + ")");
  }

  /** Returns every finding of {@code candidate}. */
  static Json json(Candidate candidate) {
    return json(candidate.getFindingsList());
  }

  /** Returns {@code findings}. */
  static Json json(List<Finding> findings) {
    return Json.of(findings.stream().map(Findings::json).toList());
  }

  /** Returns a refusal; null if there is none. */
  static Json json(PreparationRefusal refusal) {
    return refusal.getCode().isEmpty()
        ? new Json.Null()
        : Json.of(
            Map.of(
                "code", new UntrustedText(refusal.getCode()).forJson(),
                "line", Json.of(refusal.getLine()),
                "column", Json.of(refusal.getColumn()),
                "message", new UntrustedText(refusal.getMessage()).forJson()));
  }

  private static Json json(Finding finding) {
    return Json.of(
        Map.of(
            "rule", new UntrustedText(finding.getRule()).forJson(),
            "severity", Json.of(severity(finding.getSeverity())),
            "line", Json.of(finding.getLine()),
            "column", Json.of(finding.getColumn()),
            "end_line", Json.of(finding.getEndLine()),
            "end_column", Json.of(finding.getEndColumn()),
            "message", new UntrustedText(finding.getMessage()).forJson(),
            "instead", new UntrustedText(finding.getInstead()).forJson()));
  }

  private static String severity(FindingSeverity severity) {
    return switch (severity) {
      case FINDING_SEVERITY_ERROR -> "error";
      case FINDING_SEVERITY_WARNING -> "warning";
      case FINDING_SEVERITY_NOTE -> "note";
      case FINDING_SEVERITY_UNSPECIFIED, UNRECOGNIZED -> "unknown";
    };
  }
}
