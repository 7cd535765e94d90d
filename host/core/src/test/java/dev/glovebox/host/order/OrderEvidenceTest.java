package dev.glovebox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.audit.MemoryEvidence;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.OrderType;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.venue.ExecutionReport;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The records of orders by their forms, against the drafts of {@link OrderRecords}. */
final class OrderEvidenceTest {
  private static final RunId RUN = new RunId(new TeamId("alpha"), "run-00000001");

  private static Plan plan(int sequence, String account, String venue) {
    return new Plan(
        RUN,
        new OrderKey(sequence),
        account,
        venue,
        "A.a-1",
        sequence % 2 == 0 ? Side.BUY : Side.SELL,
        OrderType.MARKET,
        new BigDecimal("1.50").multiply(BigDecimal.valueOf(sequence)),
        BigDecimal.valueOf(sequence, 3),
        sequence,
        sequence + 60_000_000L,
        "system:runner");
  }

  private static ExecutionToken token(Plan plan, long epoch) {
    return new ExecutionToken(
        "glovebox-0123456789abcdef",
        plan.run(),
        epoch,
        plan.account(),
        plan.venueId(),
        plan.hash(),
        plan.expiresAtMicros(),
        plan.key().sequence(),
        Sha256.of(new byte[] {(byte) plan.key().sequence()}).hex());
  }

  @Test
  void eachRecordIsTheOneThatItsDraftSays() {
    MemoryEvidence evidence = new MemoryEvidence();
    OrderEvidence orders = new OrderEvidence(evidence, "alpha/ann");
    int sequence = 0;
    for (String account : List.of("a/one", "a/one", "a/\u00e9\"", "a/one")) {
      for (String venue : List.of("simulated", "paper")) {
        Plan plan = plan(++sequence, account, venue);
        ExecutionToken token = token(plan, sequence / 3);
        OrderDesk.Submission sent =
            new OrderDesk.Submission.Sent(
                "x." + sequence, new ExecutionReport.Cancelled(plan.key()));
        OrderDesk.Submission refused = new OrderDesk.Submission.Refused(Code.TOKEN_SPENT);
        orders.planned(plan, plan.hash());
        orders.issued(token);
        orders.spent(token);
        orders.submitted(token, sent);
        orders.submitted(token, refused);
        List<RecordDraft> drafts = evidence.drafts();
        assertThat(drafts.subList(drafts.size() - 5, drafts.size()))
            .containsExactly(
                OrderRecords.plan(plan, "alpha/ann"),
                OrderRecords.tokenIssued(token, "alpha/ann"),
                OrderRecords.tokenSpent(token, "alpha/ann"),
                OrderRecords.submission(token, "alpha/ann", sent),
                OrderRecords.submission(token, "alpha/ann", refused));
      }
    }
  }

  @Test
  void thePlansHashIsThatOfItsCanonicalForm() {
    for (int sequence = 1; sequence < 10; sequence++) {
      Plan plan = plan(sequence, "a/\u00e9\"", "paper");
      assertThat(plan.hash()).isEqualTo(Sha256.of(plan.json().bytes()));
    }
  }
}
