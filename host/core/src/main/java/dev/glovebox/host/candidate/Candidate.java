package dev.glovebox.host.candidate;

import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An artifact under review.
 *
 * @param prepared hash of the prepared form; empty while there is none
 * @param ruleSetHash hash of the rules that made the findings; empty with analysis off
 * @param manifest hash of what the source says of itself; empty with analysis off
 * @param refusal why it cannot be prepared, and so never run; empty if it can
 */
public record Candidate(
    CandidateId id,
    String owner,
    String language,
    UntrustedText fileName,
    Sha256 artifact,
    State state,
    Optional<Sha256> prepared,
    Optional<Sha256> ruleSetHash,
    Optional<Sha256> manifest,
    Optional<Preparation.Answer.Refused> refusal,
    List<Finding> findings,
    Instant submittedAt) {

  /** Copies the findings. */
  public Candidate {
    findings = List.copyOf(findings);
  }

  /** Where a candidate stands. */
  public enum State {
    SUBMITTED,
    ANALYZED,
    FLAGGED,
    PROMOTED,
    WITHDRAWN
  }

  /** One answer of the analyzer; advice to people, never a permission. Columns in code points. */
  public record Finding(
      String rule,
      Severity severity,
      int line,
      int column,
      int endLine,
      int endColumn,
      UntrustedText message,
      UntrustedText instead) {}

  /** How grave a finding is; only ERROR flags. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }
}
