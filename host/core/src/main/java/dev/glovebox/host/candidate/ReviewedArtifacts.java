package dev.glovebox.host.candidate;

import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Sha256;
import java.util.List;
import java.util.Optional;

/**
 * What the gates need of candidates. Rows are compared with the log and every byte is hashed again
 * on each call; a state in a row permits nothing.
 */
public interface ReviewedArtifacts {
  /**
   * Loads everything that a reviewer decides on, flagged or not.
   *
   * @throws dev.glovebox.host.model.Refusal CANDIDATE_NOT_FOUND, CANDIDATE_WITHDRAWN,
   *     ANALYSIS_FAILED (no finished analysis), PREPARATION_REFUSED, PREPARATION_FAILED,
   *     AUDIT_PAYLOAD_MISSING, AUDIT_PAYLOAD_MISMATCH, AUDIT_ROLLED_BACK
   */
  ReviewedArtifact load(CandidateId id);

  /**
   * Prepares the source a second time, in a process of its own, and compares.
   *
   * @throws dev.glovebox.host.model.Refusal APPROVAL_PREPARED_MISMATCH if another form comes out,
   *     PREPARATION_FAILED if none does
   */
  void mustPrepareAgain(ReviewedArtifact artifact);

  /**
   * Returns the newest predecessor: a candidate handed in before by the same owner under the same
   * file name with other bytes, whatever became of it.
   *
   * @throws dev.glovebox.host.model.Refusal AUDIT_ROLLED_BACK, AUDIT_PAYLOAD_MISSING,
   *     AUDIT_PAYLOAD_MISMATCH
   */
  Optional<EarlierArtifact> previous(CandidateId id);

  /**
   * Returns the first of {@code candidates} that is of the same owner under the same file name with
   * other bytes.
   *
   * @throws dev.glovebox.host.model.Refusal as {@link #previous}
   */
  Optional<EarlierArtifact> firstOf(List<CandidateId> candidates, CandidateId id);

  /**
   * What a candidate is compared with.
   *
   * @param source as submitted
   */
  @SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
  record EarlierArtifact(CandidateId candidate, byte[] source) {}

  /** Notes for people that the candidate passed gate 1. */
  void promoted(CandidateId id);

  /**
   * A candidate with its bytes.
   *
   * @param source as submitted
   * @param form what a worker loads; {@code formVersion} is the version of the normal form
   * @param lineMap {@code line_map.json}
   * @param findings {@code findings.json}
   * @param manifest {@code strategy_manifest.json}
   * @param ruleSet name of the rules, for example {@code python-core 1}
   * @param flagged whether at least one finding is an error
   */
  @SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
  record ReviewedArtifact(
      Candidate candidate,
      byte[] source,
      byte[] form,
      int formVersion,
      byte[] lineMap,
      byte[] findings,
      byte[] manifest,
      String ruleSet,
      Sha256 ruleSetHash,
      boolean flagged) {
    /** Returns the hash of the prepared form. */
    public Sha256 prepared() {
      return Sha256.of(form);
    }

    /** Returns the hash of what the source says of itself. */
    public Sha256 manifestHash() {
      return Sha256.of(manifest);
    }

    /** Returns the hash of the findings. */
    public Sha256 findingsHash() {
      return Sha256.of(findings);
    }
  }
}
