package dev.glovebox.host.approval;

import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.keys.VerificationKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may pass candidates through the gates; from the host's configuration.
 *
 * @param root the offline root's public key; without one nobody can be enrolled
 * @param enrolments envelopes that the root signed, one per reviewer's key
 * @param revoked ids of keys that count no more
 * @param checksRequired whether a promotion must cite a report of honesty checks
 */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
public record ApprovalPolicy(
    Origin origin,
    Environment environment,
    Optional<VerificationKey> root,
    List<byte[]> enrolments,
    Set<String> revoked,
    boolean checksRequired) {
  /** Most reviewer keys of one host. */
  public static final int KEYS_MAX = 1_000;

  /** Copies the collections. */
  public ApprovalPolicy {
    enrolments = List.copyOf(enrolments);
    revoked = Set.copyOf(revoked);
  }

  /** Returns the policy of a host without reviewers: every envelope is refused. */
  public static ApprovalPolicy closed(Origin origin, Environment environment) {
    return new ApprovalPolicy(origin, environment, Optional.empty(), List.of(), Set.of(), true);
  }
}
