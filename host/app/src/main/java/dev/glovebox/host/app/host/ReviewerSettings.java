package dev.glovebox.host.app.host;

import dev.glovebox.host.approval.ApprovalPolicy;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.keys.Dsse;
import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code [approval]} table: who may pass candidates through the gates.
 *
 * @param root the offline root's public key
 * @param enrolments files of envelopes that the root signed
 * @param revoked ids of keys that count no more
 * @param checksRequired whether a promotion must cite a report of honesty checks
 */
public record ReviewerSettings(
    Optional<VerificationKey> root,
    List<Path> enrolments,
    Set<String> revoked,
    boolean checksRequired) {
  /** Copies the collections. */
  public ReviewerSettings {
    enrolments = List.copyOf(enrolments);
    revoked = Set.copyOf(revoked);
  }

  /** Returns the settings of a host without reviewers. */
  public static ReviewerSettings none() {
    return new ReviewerSettings(Optional.empty(), List.of(), Set.of(), true);
  }

  /**
   * Reads the enrolments.
   *
   * @throws Refusal CONFIG_INVALID if one cannot be read
   */
  ApprovalPolicy policy(Origin origin, Environment environment) {
    return new ApprovalPolicy(
        origin,
        environment,
        root,
        enrolments.stream().map(ReviewerSettings::envelope).toList(),
        revoked,
        checksRequired);
  }

  private static byte[] envelope(Path file) {
    try {
      if (Files.size(file) <= Dsse.ENVELOPE_BYTES_MAX) {
        return Files.readAllBytes(file);
      }
    } catch (IOException e) {
      // The same answer: nothing that could be an enrolment.
    }
    throw new Refusal(Code.CONFIG_INVALID, "approval.enrolments: " + file + " cannot be read");
  }
}
