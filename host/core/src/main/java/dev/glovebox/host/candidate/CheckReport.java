package dev.glovebox.host.candidate;

import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import java.time.Instant;

/**
 * A report of honesty checks as the log vouches for it.
 *
 * @param owner accountable for the checks: the owner of the candidate
 * @param runSpec hash of the RunSpec that the checks varied
 * @param content {@code check.json}
 * @param hash SHA-256 of the content's canonical bytes: what a reviewer signs
 * @param sequence place of its record in the log
 */
public record CheckReport(
    CheckId id,
    CandidateId candidate,
    String owner,
    Sha256 artifact,
    Sha256 prepared,
    Sha256 runSpec,
    Overall overall,
    Json.Obj content,
    Sha256 hash,
    long sequence,
    Instant endedAt) {

  /** What all checks together say. */
  public enum Overall {
    /** No check failed; differences that people should see may be noted. */
    PASSED,
    /** A check failed, or a fault of the strategy ended the run that the checks start from. */
    FAILED,
    /** It could not be told. */
    UNKNOWN
  }
}
