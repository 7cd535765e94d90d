package dev.glovebox.host.candidate;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Payload form of an analysis, version 1.
 *
 * @param total findings of the analysis; {@code findings} holds the first {@value #KEPT_MAX}
 * @param flagged whether at least one of all findings is an error
 */
record FindingList(
    String ruleSet,
    Sha256 ruleSetHash,
    long total,
    boolean flagged,
    List<Candidate.Finding> findings) {
  static final int VERSION = 1;

  /** Most findings that are kept; a source of the largest size can cause many more. */
  static final int KEPT_MAX = 2_000;

  FindingList {
    findings = List.copyOf(findings);
  }

  static FindingList of(Analysis.Answer.Analyzed answer) {
    List<Candidate.Finding> all = answer.findings();
    return new FindingList(
        answer.ruleSet(),
        answer.ruleSetHash(),
        all.size(),
        all.stream().anyMatch(finding -> finding.severity() == Candidate.Severity.ERROR),
        all.subList(0, Math.min(all.size(), KEPT_MAX)));
  }

  byte[] bytes() {
    return Json.of(
            Map.of(
                "v", Json.of(VERSION),
                "rule_set", Json.of(ruleSet),
                "rule_set_sha256", Json.of(ruleSetHash.hex()),
                "total", Json.of(total),
                "flagged", Json.of(flagged),
                "findings", Json.of(findings.stream().map(FindingList::json).toList())))
        .bytes();
  }

  private static Json json(Candidate.Finding finding) {
    return Json.of(
        Map.of(
            "rule", Json.of(finding.rule()),
            "severity", Json.of(finding.severity().name().toLowerCase(Locale.ROOT)),
            "line", Json.of(finding.line()),
            "column", Json.of(finding.column()),
            "end_line", Json.of(finding.endLine()),
            "end_column", Json.of(finding.endColumn()),
            "message", finding.message().forJson(),
            "instead", finding.instead().forJson()));
  }

  static FindingList parse(byte[] bytes) {
    try {
      if (CanonicalJson.parse(bytes) instanceof Json.Obj(var members)
          && members.get("v") instanceof Json.Int(long version)
          && version == VERSION
          && members.get("rule_set") instanceof Json.Str(String ruleSet)
          && members.get("rule_set_sha256") instanceof Json.Str(String ruleSetHash)
          && members.get("total") instanceof Json.Int(long total)
          && members.get("flagged") instanceof Json.Bool(boolean flagged)
          && members.get("findings") instanceof Json.Arr(var elements)) {
        List<Candidate.Finding> findings = new ArrayList<>(elements.size());
        for (Json element : elements) {
          findings.add(finding(element));
        }
        return new FindingList(ruleSet, new Sha256(ruleSetHash), total, flagged, findings);
      }
    } catch (IllegalArgumentException e) {
      // Answered below.
    }
    throw new Refusal(Code.AUDIT_PAYLOAD_MISMATCH, "findings of another form");
  }

  private static Candidate.Finding finding(Json json) {
    if (json instanceof Json.Obj(var members)
        && members.get("rule") instanceof Json.Str(String rule)
        && members.get("severity") instanceof Json.Str(String severity)
        && members.get("line") instanceof Json.Int(long line)
        && members.get("column") instanceof Json.Int(long column)
        && members.get("end_line") instanceof Json.Int(long endLine)
        && members.get("end_column") instanceof Json.Int(long endColumn)
        && members.get("message") instanceof Json.Str(String message)
        && members.get("instead") instanceof Json.Str(String instead)) {
      return new Candidate.Finding(
          rule,
          Candidate.Severity.valueOf(severity.toUpperCase(Locale.ROOT)),
          Math.toIntExact(line),
          Math.toIntExact(column),
          Math.toIntExact(endLine),
          Math.toIntExact(endColumn),
          new UntrustedText(message),
          new UntrustedText(instead));
    }
    throw new IllegalArgumentException("a finding of another form");
  }
}
