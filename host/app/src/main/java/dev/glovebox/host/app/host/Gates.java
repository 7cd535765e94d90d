package dev.glovebox.host.app.host;

import dev.glovebox.host.approval.ApprovalPolicy;
import dev.glovebox.host.approval.EnvelopeStore;
import dev.glovebox.host.approval.ReviewerKeys;
import dev.glovebox.host.approval.StoredApprovals;
import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.TrustFile;
import dev.glovebox.host.candidate.CheckReports;
import dev.glovebox.host.candidate.StoredCandidates;
import dev.glovebox.host.candidate.StoredReviewedArtifacts;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.keys.VerificationKey;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.payload.Payload;
import dev.glovebox.host.payload.PayloadStore;

/**
 * The two gates put together, and the keys that count at them.
 *
 * @param approvals what callers and run starts ask
 */
record Gates(StoredApprovals approvals, ReviewerKeys keys) {
  /**
   * Opens the gates and makes their rows say what the log says.
   *
   * @param submissions whose withdrawals end approvals, and what prepares a second time
   */
  static Gates open(
      HostSettings settings,
      AuditLog log,
      Clock clock,
      HostCore.Submissions submissions,
      CheckReports checks) {
    StoredCandidates.Places places = submissions.places();
    ApprovalPolicy policy = settings.reviewers().policy(log.origin(), settings.environment());
    ReviewerKeys keys = new ReviewerKeys(places.database(), log, log.reader(), policy);
    StoredApprovals approvals =
        new StoredApprovals(
            new StoredApprovals.Parts(
                places.database(),
                log,
                log.reader(),
                log::checkpoint,
                new Envelopes(places.payloads()),
                new StoredReviewedArtifacts(
                    places, submissions.candidates().withdrawals(), submissions.preparation()),
                checks,
                settings.directory(),
                policy,
                clock),
            keys);
    approvals.recover();
    return new Gates(approvals, keys);
  }

  /** Returns a trust file that names the reviewers' keys, so that verify can check envelopes. */
  TrustFile named(TrustFile trust) {
    return trust.withReviewerKeys(keys.known().stream().map(VerificationKey::text).toList());
  }

  /** Envelopes among the payloads. */
  private record Envelopes(PayloadStore payloads) implements EnvelopeStore {
    @Override
    public Kept keep(TeamId team, byte[] envelope) {
      Payload payload = payloads.put(team, envelope);
      return new Kept(payload.hash(), payload.uri());
    }

    @Override
    public byte[] read(TeamId team, Sha256 hash) {
      return payloads.read(team, hash);
    }
  }
}
