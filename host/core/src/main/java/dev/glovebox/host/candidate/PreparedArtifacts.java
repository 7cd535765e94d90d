package dev.glovebox.host.candidate;

import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.util.List;

/** What a run start needs of a candidate; bytes are hashed again on each call. */
public interface PreparedArtifacts {
  /**
   * Loads the prepared form of one of the caller's own candidates.
   *
   * @throws dev.glovebox.host.model.Refusal CANDIDATE_NOT_FOUND, CANDIDATE_WITHDRAWN,
   *     CANDIDATE_FLAGGED, ANALYSIS_FAILED (not analysed, though {@code analysed} asks for it),
   *     PREPARATION_REFUSED, PREPARATION_FAILED, AUDIT_PAYLOAD_MISSING, AUDIT_PAYLOAD_MISMATCH, or
   *     AUDIT_ROLLED_BACK (the rows say what the log does not)
   */
  PreparedArtifact load(Caller caller, CandidateId id, boolean analysed);

  /**
   * Loads the prepared form of the caller's newest candidate with this artifact; one that is not
   * withdrawn comes before one that is, and one that was promoted before one that was not.
   *
   * @param analysed only candidates that were submitted with the analysis on; false: any
   */
  PreparedArtifact load(Caller caller, Sha256 artifact, boolean analysed);

  /** Returns whether anybody in {@code team} submitted this artifact. */
  boolean known(TeamId team, Sha256 artifact);

  /**
   * A candidate that may be run.
   *
   * @param prepared SHA-256 of {@code form}
   * @param lineMap element i is the submitted line of form line {@code i + 1}
   */
  @SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
  record PreparedArtifact(
      Candidate candidate, Sha256 prepared, byte[] form, int formVersion, List<Integer> lineMap) {
    /** Copies the list. */
    public PreparedArtifact {
      lineMap = List.copyOf(lineMap);
    }
  }
}
