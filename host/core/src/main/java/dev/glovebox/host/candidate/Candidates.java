package dev.glovebox.host.candidate;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The life of candidates. Refusals are {@link dev.glovebox.host.model.Refusal}s with a code. */
public interface Candidates {
  /** Largest source, in bytes. */
  int SOURCE_BYTES_MAX = 256 * 1024;

  /** What a source may be written in, as the words of requests. */
  Set<String> LANGUAGES = Set.of("python", "java");

  /**
   * Stores the bytes, has them analysed and prepared, and records each step.
   *
   * @param idempotencyKey same key and same request return the first answer; empty = none
   */
  Candidate submit(Caller caller, Submission submission, String idempotencyKey);

  /**
   * Has the bytes analysed and keeps nothing: no candidate, no record.
   *
   * @throws dev.glovebox.host.model.Refusal SOURCE_TOO_LARGE, ANALYSIS_FAILED
   */
  AnalyzedSource analyze(Submission submission);

  /** Returns one candidate of the caller's team. */
  Candidate find(Caller caller, CandidateId id);

  /**
   * Lists the team's candidates, newest first.
   *
   * @param artifact only those with these bytes; empty = all
   */
  Page<Candidate> list(Caller caller, Optional<Sha256> artifact, int pageSize, String pageToken);

  /** Takes a candidate out of use for ever; repeated calls change nothing. */
  Candidate withdraw(Caller caller, CandidateId id);

  /**
   * What analysis says of bytes that nobody keeps.
   *
   * @param flagged whether at least one of all findings is an error
   * @param findings at most as many as a candidate keeps
   */
  record AnalyzedSource(
      Sha256 artifact, Sha256 ruleSetHash, boolean flagged, List<Candidate.Finding> findings) {
    /** Copies the findings. */
    public AnalyzedSource {
      findings = List.copyOf(findings);
    }
  }

  /**
   * What an agent hands in.
   *
   * @param analysis false only on a private host: findings are not asked for, and that is recorded
   */
  @SuppressWarnings("ArrayRecordComponent") // opaque upload, never compared
  record Submission(byte[] source, String language, UntrustedText fileName, boolean analysis) {}
}
