package dev.glovebox.host.audit;

import dev.glovebox.host.model.Sha256;
import java.util.ArrayList;
import java.util.List;

/** Evidence that keeps drafts in memory, so that a test can read their order. */
public final class MemoryEvidence implements Evidence {
  private final List<RecordDraft> drafts = new ArrayList<>();

  @Override
  public Receipt append(RecordDraft draft) {
    drafts.add(draft);
    return new Receipt(drafts.size() - 1, Sha256.of(draft.detail().bytes()));
  }

  /** Returns the drafts in the order of writes. */
  public List<RecordDraft> drafts() {
    return List.copyOf(drafts);
  }

  /** Returns the drafts of one type, in the order of writes. */
  public List<RecordDraft> drafts(StepType type) {
    return drafts.stream().filter(draft -> draft.type() == type).toList();
  }
}
