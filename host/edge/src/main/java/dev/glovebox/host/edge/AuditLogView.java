package dev.glovebox.host.edge;

import dev.glovebox.host.audit.InclusionProof;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.RunId;
import java.util.Optional;

/** Read access to the signed log, as far as a caller may see it. */
public interface AuditLogView {
  /**
   * Returns the leaf of one record.
   *
   * @param sequence 0-based place in the log
   * @return empty if there is no such record or it belongs to another team
   */
  Optional<byte[]> leaf(Caller caller, long sequence);

  /**
   * Proves that one record is under the newest checkpoint.
   *
   * @return empty if there is no such record, it belongs to another team, or no checkpoint covers
   *     it
   */
  Optional<InclusionProof> proof(Caller caller, long sequence);

  /**
   * Lists the records of one run that stand in the log, oldest first.
   *
   * @param pageSize 1 to {@link Page#ITEMS_MAX}
   * @throws dev.glovebox.host.model.Refusal RUN_NOT_FOUND, also for another team's run
   */
  Page<LoggedRecord> ofRun(Caller caller, RunId run, int pageSize, String pageToken);

  /** A record with its place. */
  @SuppressWarnings("ArrayRecordComponent") // the leaf's bytes, never compared
  record LoggedRecord(long sequence, byte[] leaf) {}

  /** Returns the newest checkpoint as a signed note, or empty while nothing is signed. */
  Optional<String> checkpoint();
}
