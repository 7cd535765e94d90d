package dev.glovebox.host.app.host;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.AuditReader;
import dev.glovebox.host.audit.Checkpoint;
import dev.glovebox.host.audit.InclusionProof;
import dev.glovebox.host.edge.AuditLogView;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Page;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.runner.RunTable;
import dev.glovebox.host.store.PageToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows a caller the records of its own team alone. */
final class LogView implements AuditLogView {
  /** Most records that one page of a run's records looks at; a page may hold none of them. */
  static final int READ_RECORDS_MAX = 20_000;

  private final AuditLog log;
  private final RunTable runs;

  LogView(AuditLog log, RunTable runs) {
    this.log = log;
    this.runs = runs;
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
  public Optional<InclusionProof> proof(Caller caller, long sequence) {
    if (leaf(caller, sequence).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(log.prove(sequence));
    } catch (Refusal refusal) {
      if (refusal.code() == Code.RECORD_NOT_FOUND) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  @Override
  public Page<LoggedRecord> ofRun(Caller caller, RunId run, int pageSize, String pageToken) {
    RunTable.RunRow row =
        runs.find(run)
            .filter(found -> run.team().equals(caller.team()))
            .orElseThrow(() -> new Refusal(Code.RUN_NOT_FOUND, "no such run"));
    AuditReader reader = log.reader();
    // Everything of a run stands between its manifest and its result.
    long from = PageToken.from(pageToken).orElse(row.manifestSequence().orElse(reader.size()));
    long end = Math.min(reader.size(), row.resultSequence().orElse(Long.MAX_VALUE - 1) + 1);
    List<LoggedRecord> found = new ArrayList<>();
    long next = Math.max(from, row.manifestSequence().orElse(0));
    for (; next < end && found.size() < pageSize && next - from < READ_RECORDS_MAX; next++) {
      AuditReader.Read read = reader.read(next);
      if (read.record().run().filter(run::equals).isPresent()) {
        found.add(new LoggedRecord(next, read.leaf()));
      }
    }
    return new Page<>(found, next < end ? PageToken.text(next) : "");
  }

  @Override
  public Optional<String> checkpoint() {
    return log.latestCheckpoint().map(Checkpoint::note);
  }
}
