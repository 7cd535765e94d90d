package dev.glovebox.host.approval;

import dev.glovebox.host.model.RunId;

/** What a run start asks of the gates. */
public interface RunAdmission {
  /**
   * Verifies both envelopes again, compares what they approve with what is about to run, and spends
   * the grant. No status column is trusted: signatures, times, single use, rows against the log.
   *
   * @param grantId id within the team; empty if the caller named none
   * @param terms what is about to run, from bytes that were hashed again
   * @return the promotion and the grant that let the run in
   * @throws dev.glovebox.host.model.Refusal PROMOTION_MISSING, RUN_GRANT_MISSING, RUN_GRANT_SPENT
   *     or an APPROVAL_ code
   */
  Admitted admit(String grantId, GrantTerms terms, RunId run);

  /** Ids of the approvals that let a run in. */
  record Admitted(String promotionId, String grantId, String signer) {}
}
