package dev.glovebox.host.order;

import dev.glovebox.host.audit.AuditReader;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records of an order's life, written and read back. */
public final class OrderRecords {
  private static final String RUNNER = "system:runner";
  private static final String SEQUENCE = "sequence";
  private static final String LEASE_EPOCH = "lease_epoch";
  static final String PLAN_HASH = "plan_hash";

  private OrderRecords() {}

  /** Returns the record of an approved plan. */
  public static RecordDraft plan(Plan plan, String owner) {
    return plan(plan, plan.hash(), owner);
  }

  static RecordDraft plan(Plan plan, Sha256 hash, String owner) {
    return draft(StepType.PLAN, plan.run(), owner).with(PLAN_HASH, hash).detailed(plan.json());
  }

  /** Returns the record of an issued token; the MAC itself is for nobody's eyes. */
  public static RecordDraft tokenIssued(ExecutionToken token, String owner) {
    return of(StepType.TOKEN_ISSUED, token, owner)
        .detailed(
            Json.of(
                Map.of(
                    SEQUENCE,
                    Json.of(token.sequence()),
                    "account",
                    Json.of(token.account()),
                    "venue_id",
                    Json.of(token.venueId()),
                    "expires_at_us",
                    Json.of(token.expiresAtMicros()),
                    "mac_sha256",
                    Json.of(Sha256.of(token.mac().getBytes(StandardCharsets.US_ASCII)).hex()))));
  }

  /** Returns the record that a token was spent. */
  static RecordDraft tokenSpent(ExecutionToken token, String owner) {
    return of(StepType.TOKEN_SPENT, token, owner)
        .detailed(Json.of(Map.of(SEQUENCE, Json.of(token.sequence()))));
  }

  /** Returns the record of what became of a plan at the desk. */
  public static RecordDraft submission(
      ExecutionToken token, String owner, OrderDesk.Submission submission) {
    return switch (submission) {
      case OrderDesk.Submission.Sent(String clientOrderId, var report) ->
          sent(token, owner, clientOrderId, OrderDesk.stateAfter(report));
      case OrderDesk.Submission.Refused(Code code) ->
          of(StepType.REJECTED, token, owner)
              .detailed(
                  Json.of(
                      Map.of(SEQUENCE, Json.of(token.sequence()), "code", Json.of(code.name()))));
    };
  }

  static RecordDraft sent(
      ExecutionToken token, String owner, String clientOrderId, OrderState state) {
    return of(StepType.ORDER_SUBMISSION, token, owner)
        .detailed(
            Json.of(
                Map.of(
                    SEQUENCE,
                    Json.of(token.sequence()),
                    "client_order_id",
                    Json.of(clientOrderId),
                    "state",
                    Json.of(state.name()))));
  }

  /** Returns the record that closes a token whose order never reached a venue. */
  static RecordDraft notSent(LoggedToken token, String owner) {
    return RecordDraft.of(StepType.RECOVERY, token.run().team(), owner, "system:recovery")
        .in(token.run())
        .with(PLAN_HASH, token.plan())
        .detailed(
            Json.of(
                Map.of(
                    "code",
                    Json.of(Code.NOT_SENT.name()),
                    "key",
                    Json.of(new OrderKey(token.sequence()).toString()),
                    SEQUENCE,
                    Json.of(token.sequence()),
                    "token_seq",
                    Json.of(token.logSequence()))));
  }

  /** Returns the record that ends an order whose run was over while it worked. */
  static RecordDraft ended(RunId run, int sequence, String owner) {
    return RecordDraft.of(StepType.RECOVERY, run.team(), owner, "system:recovery")
        .in(run)
        .detailed(
            Json.of(
                Map.of(
                    "event",
                    Json.of("order_ended"),
                    "key",
                    Json.of(new OrderKey(sequence).toString()),
                    SEQUENCE,
                    Json.of(sequence),
                    "state",
                    Json.of(OrderState.CANCELLED.name()))));
  }

  private static RecordDraft of(StepType type, ExecutionToken token, String owner) {
    return draft(type, token.run(), owner)
        .with(PLAN_HASH, token.planHash())
        .with(LEASE_EPOCH, Json.of(token.leaseEpoch()));
  }

  private static RecordDraft draft(StepType type, RunId run, String owner) {
    return RecordDraft.of(type, run.team(), owner, RUNNER).in(run);
  }

  private record Name(RunId run, long sequence) {}

  /** Reads the whole log and returns every token in it, in order of issue. */
  public static List<LoggedToken> tokens(AuditReader reader) {
    Map<Name, LoggedToken> tokens = new LinkedHashMap<>();
    reader.forEach(0, read -> note(read, tokens));
    return new ArrayList<>(tokens.values());
  }

  private static void note(AuditReader.Read read, Map<Name, LoggedToken> tokens) {
    AuditRecord record = read.record();
    if (record.run().isEmpty()
        || !(record.detail().members().get(SEQUENCE) instanceof Json.Int(long sequence))) {
      return;
    }
    Name name = new Name(record.run().get(), sequence);
    if (record.type() == StepType.TOKEN_ISSUED) {
      tokens.put(name, issued(read, name));
    } else if (record.type() == StepType.ORDER_SUBMISSION) {
      tokens.computeIfPresent(name, (_, token) -> with(token, true, token.closed()));
    } else if (record.type() == StepType.RECOVERY
        && record.detail().members().get("code") instanceof Json.Str(String code)
        && code.equals(Code.NOT_SENT.name())) {
      tokens.computeIfPresent(name, (_, token) -> with(token, token.sent(), true));
    }
  }

  private static LoggedToken issued(AuditReader.Read read, Name name) {
    AuditRecord record = read.record();
    if (record.fields().get(LEASE_EPOCH) instanceof Json.Int(long epoch)
        && record.fields().get(PLAN_HASH) instanceof Json.Str(String plan)) {
      return new LoggedToken(
          name.run(),
          Math.toIntExact(name.sequence()),
          epoch,
          new Sha256(plan),
          record.sequence(),
          read.leafHash(),
          false,
          false);
    }
    throw new IllegalStateException(
        "record " + record.sequence() + " issues a token without epoch or plan");
  }

  private static LoggedToken with(LoggedToken token, boolean sent, boolean closed) {
    return new LoggedToken(
        token.run(),
        token.sequence(),
        token.leaseEpoch(),
        token.plan(),
        token.logSequence(),
        token.leafHash(),
        sent,
        closed);
  }
}
