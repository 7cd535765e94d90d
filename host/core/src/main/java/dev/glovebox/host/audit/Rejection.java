package dev.glovebox.host.audit;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** What is left of a bad draft: a {@code rejected} record without any of its content. */
final class Rejection {
  /** What is wrong with a draft whose body is too long. */
  static final RecordSchema.Flaw TOO_LONG =
      new RecordSchema.Flaw("detail", "the body is longer than 32 KiB");

  private static final String UNKNOWN = "unknown";

  private Rejection() {}

  static RecordDraft of(RecordDraft draft, RecordSchema.Flaw flaw) {
    return new RecordDraft(
        StepType.REJECTED,
        draft.team(),
        flaw.path().equals("owner") ? UNKNOWN : draft.owner(),
        flaw.path().equals("owner") || flaw.path().equals("actor") ? UNKNOWN : draft.actor(),
        draft.run().filter(run -> run.team().equals(draft.team())),
        new TreeMap<>(),
        Json.of(
            Map.of(
                "code", Json.of(Code.AUDIT_INVALID_RECORD.name()),
                "path", Json.of(flaw.path()),
                "step_type", Json.of(draft.type().text()))));
  }

  /** Returns a future for the rejected record: when it ends, {@code caller} gets the refusal. */
  static CompletableFuture<Receipt> answer(
      CompletableFuture<Receipt> caller, RecordSchema.Flaw flaw) {
    CompletableFuture<Receipt> rejected = new CompletableFuture<>();
    CompletableFuture<Receipt> _ =
        rejected.whenComplete((_, _) -> caller.completeExceptionally(flaw.refusal()));
    return rejected;
  }
}
