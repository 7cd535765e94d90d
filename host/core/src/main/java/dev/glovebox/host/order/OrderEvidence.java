package dev.glovebox.host.order;

import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordForm;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Appends the records of one run's orders: those of {@link OrderRecords}, by forms that say once
 * what the plans and tokens of a run have in common. Used by one run's thread.
 */
public final class OrderEvidence {
  private static final Set<String> PLAN_HOLES =
      Set.of(
          "detail.decided_at_us",
          "detail.expires_at_us",
          "detail.instrument",
          "detail.key",
          "detail.quantity",
          "detail.reserve",
          "detail.side",
          OrderRecords.PLAN_HASH);

  private final Evidence evidence;
  private final String owner;
  private final MessageDigest digest = Sha256.newDigest();
  private final byte[] macHash = new byte[Sha256.LENGTH_BYTES];
  private @Nullable PlanForm plans;
  private @Nullable TokenForms tokens;

  /** Writes to {@code evidence} in the name of {@code owner}. */
  public OrderEvidence(Evidence evidence, String owner) {
    this.evidence = evidence;
    this.owner = owner;
  }

  private record PlanForm(Plan first, RecordForm form) {
    /** Whether the form says of {@code plan} what is true. */
    boolean fits(Plan plan) {
      return plan.run().equals(first.run())
          && plan.account().equals(first.account())
          && plan.venueId().equals(first.venueId())
          && plan.approver().equals(first.approver())
          && plan.type() == first.type();
    }
  }

  private record TokenForms(
      ExecutionToken first, RecordForm issued, RecordForm spent, RecordForm sent) {
    boolean fits(ExecutionToken token) {
      return token.leaseEpoch() == first.leaseEpoch()
          && token.run().equals(first.run())
          && token.account().equals(first.account())
          && token.venueId().equals(first.venueId());
    }
  }

  /**
   * Appends the record of an approved plan.
   *
   * @param hash of the plan
   */
  public Receipt planned(Plan plan, Sha256 hash) {
    return evidence.append(
        form(plan, hash),
        values ->
            values
                .integer(plan.decidedAtMicros())
                .integer(plan.expiresAtMicros())
                .text(plan.instrument())
                .key(plan.key())
                .decimal(plan.quantity())
                .decimal(plan.reserve())
                .text(plan.side().name())
                .hash(hash));
  }

  /** Appends the record of an issued token. */
  public Receipt issued(ExecutionToken token) {
    digest.update(token.mac().getBytes(StandardCharsets.US_ASCII));
    Sha256.finish(digest, macHash);
    return evidence.append(
        forms(token).issued,
        values ->
            values
                .integer(token.expiresAtMicros())
                .digest(macHash)
                .integer(token.sequence())
                .hash(token.planHash()));
  }

  /** Appends the record that a token was spent. */
  public Receipt spent(ExecutionToken token) {
    return evidence.append(
        forms(token).spent, values -> values.integer(token.sequence()).hash(token.planHash()));
  }

  /** Appends the record of what became of a plan at the desk. */
  public Receipt submitted(ExecutionToken token, OrderDesk.Submission submission) {
    return switch (submission) {
      case OrderDesk.Submission.Sent(String clientOrderId, var report) ->
          evidence.append(
              forms(token).sent,
              values ->
                  values
                      .text(clientOrderId)
                      .integer(token.sequence())
                      .text(OrderDesk.stateAfter(report).name())
                      .hash(token.planHash()));
      case OrderDesk.Submission.Refused _ ->
          evidence.append(OrderRecords.submission(token, owner, submission));
    };
  }

  private RecordForm form(Plan plan, Sha256 hash) {
    PlanForm known = plans;
    if (known == null || !known.fits(plan)) {
      known = new PlanForm(plan, RecordForm.of(OrderRecords.plan(plan, hash, owner), PLAN_HOLES));
      plans = known;
    }
    return known.form;
  }

  private TokenForms forms(ExecutionToken token) {
    TokenForms known = tokens;
    if (known == null || !known.fits(token)) {
      known =
          new TokenForms(
              token,
              RecordForm.of(
                  OrderRecords.tokenIssued(token, owner),
                  Set.of(
                      "detail.expires_at_us",
                      "detail.mac_sha256",
                      "detail.sequence",
                      OrderRecords.PLAN_HASH)),
              RecordForm.of(
                  OrderRecords.tokenSpent(token, owner),
                  Set.of("detail.sequence", OrderRecords.PLAN_HASH)),
              RecordForm.of(
                  OrderRecords.sent(token, owner, "", OrderState.SENT),
                  Set.of(
                      "detail.client_order_id",
                      "detail.sequence",
                      "detail.state",
                      OrderRecords.PLAN_HASH)));
      tokens = known;
    }
    return known;
  }
}
