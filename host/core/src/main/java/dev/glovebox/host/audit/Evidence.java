package dev.glovebox.host.audit;

import java.util.function.Consumer;

/** Where records go: the log, or a run's journal. Both pass one contract test. */
public interface Evidence {
  /**
   * Appends one record and returns when it is where this evidence promises it.
   *
   * @throws dev.glovebox.host.model.Refusal AUDIT_INVALID_RECORD, AUDIT_BACKPRESSURE or
   *     AUDIT_SEALED; the caller must not act
   */
  Receipt append(RecordDraft draft);

  /**
   * Appends the record that {@code form} makes of {@code values}; the same record as if its draft
   * was given. An evidence may keep the values without making the draft.
   *
   * @param values gives one value for each hole, in order; called once
   */
  default Receipt append(RecordForm form, Consumer<RecordValues> values) {
    return append(form.draft(RecordValues.tree(form, values)));
  }
}
