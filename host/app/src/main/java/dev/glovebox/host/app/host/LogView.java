package dev.glovebox.host.app.host;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.AuditReader;
import dev.glovebox.host.audit.Checkpoint;
import dev.glovebox.host.edge.AuditLogView;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.util.Optional;

/** Shows a caller the records of its own team alone. */
final class LogView implements AuditLogView {
  private final AuditLog log;

  LogView(AuditLog log) {
    this.log = log;
  }

  @Override
  public Optional<byte[]> leaf(Caller caller, long sequence) {
    try {
      AuditReader.Read read = log.reader().read(sequence);
      return read.record().team().equals(caller.team())
          ? Optional.of(read.leaf())
          : Optional.empty();
    } catch (Refusal refusal) {
      if (refusal.code() == Code.RECORD_NOT_FOUND) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  @Override
  public Optional<String> checkpoint() {
    return log.latestCheckpoint().map(Checkpoint::note);
  }
}
