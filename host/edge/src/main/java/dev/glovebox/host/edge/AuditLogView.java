package dev.glovebox.host.edge;

import dev.glovebox.host.identity.Caller;
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

  /** Returns the newest checkpoint as a signed note, or empty while nothing is signed. */
  Optional<String> checkpoint();
}
