package dev.glovebox.host.audit;

/** Where records go: the log, or a run's journal. Both pass one contract test. */
public interface Evidence {
  /**
   * Appends one record and returns when it is where this evidence promises it.
   *
   * @throws dev.glovebox.host.model.Refusal AUDIT_INVALID_RECORD, AUDIT_BACKPRESSURE or
   *     AUDIT_SEALED; the caller must not act
   */
  Receipt append(RecordDraft draft);
}
