package dev.glovebox.host.approval;

import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.model.CandidateId;
import dev.glovebox.host.model.CheckId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.time.Duration;
import java.util.Optional;

/**
 * What a reviewer signs. Its canonical JSON is the payload of the envelope; {@link StatementForm}
 * writes and reads it.
 *
 * @param id unique, counts once
 * @param scope for which host and team, by whom
 * @param subject which candidate, as the reviewer saw it
 * @param terms what a grant lets run; empty in a promotion
 */
public record Statement(
    Gate gate,
    String id,
    Scope scope,
    Subject subject,
    Validity validity,
    Optional<GrantTerms> terms) {
  /** Checks that the gate, its id and its terms belong together. */
  public Statement {
    if (!gate.hasId(id)) {
      throw new IllegalArgumentException(
          "the id is " + gate.idPrefix() + " and 32 hexadecimal characters");
    }
    if (terms.isPresent() != (gate == Gate.RUN_GRANT)) {
      throw new IllegalArgumentException("a run grant has terms, a promotion has none");
    }
    if (terms.isPresent()
        && !(terms.get().candidate().equals(subject.candidate())
            && terms.get().artifact().equals(subject.artifact())
            && terms.get().prepared().equals(subject.prepared()))) {
      throw new IllegalArgumentException("terms of another candidate");
    }
    if (!subject.candidate().team().equals(scope.team())) {
      throw new IllegalArgumentException("a candidate of another team");
    }
  }

  /**
   * Where an approval counts and who gives it.
   *
   * @param origin name of the host's log
   * @param signer accountable identity of the reviewer, {@code <team>/<name>}
   * @param seen newest checkpoint that the reviewer was shown
   */
  public record Scope(
      String origin, Environment environment, TeamId team, String signer, SeenCheckpoint seen) {}

  /** A checkpoint as it is cited. */
  public record SeenCheckpoint(long size, Sha256 root) {}

  /**
   * The candidate that a reviewer looked at, part by part.
   *
   * @param findings hash of the findings, {@code findings.json}
   * @param manifest hash of what the source says of itself, {@code strategy_manifest.json}
   * @param check the report of honesty checks that was looked at; empty only where the host lets a
   *     promotion do without
   */
  public record Subject(
      CandidateId candidate,
      Sha256 artifact,
      Sha256 prepared,
      Sha256 findings,
      Sha256 ruleSet,
      Sha256 manifest,
      Optional<SeenCheck> check) {}

  /** A report of honesty checks as it is cited. */
  public record SeenCheck(CheckId id, Sha256 sha256) {}

  /**
   * When an approval counts: from {@code notBefore} on, and before {@code expiry}.
   *
   * @param notBeforeMicros microseconds since 1970-01-01T00:00:00Z, as {@code expiryMicros}
   */
  public record Validity(long notBeforeMicros, long expiryMicros) {
    /** Longest time that an approval may count. */
    public static final Duration APPROVAL_DAYS_MAX = Duration.ofDays(30);

    /** Checks the order. */
    public Validity {
      if (expiryMicros <= notBeforeMicros) {
        throw new IllegalArgumentException("expiry is after not_before");
      }
    }

    /** Returns whether the time between both instants is at most {@code most}. */
    boolean isWithin(Duration most) {
      return expiryMicros - notBeforeMicros <= most.toNanos() / 1_000;
    }
  }
}
