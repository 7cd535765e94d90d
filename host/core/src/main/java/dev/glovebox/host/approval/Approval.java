package dev.glovebox.host.approval;

import dev.glovebox.host.model.RunId;
import java.time.Instant;
import java.util.Optional;

/**
 * A verified envelope that the host keeps.
 *
 * @param keyId of the reviewer's key
 * @param recordedAt when its record was written
 * @param sequence place of its record in the log
 * @param envelope DSSE, as handed in
 * @param spentBy the run that a grant started
 */
@SuppressWarnings("ArrayRecordComponent") // opaque bytes, never compared
public record Approval(
    Statement statement,
    String keyId,
    Instant recordedAt,
    long sequence,
    byte[] envelope,
    Optional<RunId> spentBy) {
  /** Returns the resource name, {@code teams/T/promotions/P} or {@code teams/T/grants/G}. */
  public String resourceName() {
    return "teams/"
        + statement.scope().team()
        + '/'
        + statement.gate().collection()
        + '/'
        + statement.id();
  }
}
