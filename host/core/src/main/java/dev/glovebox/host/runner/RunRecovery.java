package dev.glovebox.host.runner;

import dev.glovebox.host.audit.AuditReader;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.clock.Clock;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Closes runs that a dead host left STARTING or RUNNING; called before a host starts any run.
 *
 * <p>The log decides: a run whose result is recorded has ended, and only its row was late. Any
 * other was interrupted; if the log has no recovery record for it yet, it gets one.
 */
public final class RunRecovery {
  private final RunTable table;
  private final Evidence log;
  private final AuditReader reader;
  private final Clock clock;

  /** Recovers the runs of {@code table}. */
  public RunRecovery(RunTable table, Evidence log, AuditReader reader, Clock clock) {
    this.table = table;
    this.log = log;
    this.reader = reader;
    this.clock = clock;
  }

  private record Closing(RunTable.State state, String code, long sequence, Sha256 leaf) {}

  /** Closes what is open and returns the runs that were interrupted. */
  public List<RunId> recover() {
    List<RunTable.RunRow> open = new ArrayList<>(table.in(RunTable.State.STARTING));
    open.addAll(table.in(RunTable.State.RUNNING));
    if (open.isEmpty()) {
      return List.of();
    }
    Map<RunId, Closing> closings = closings(open);
    List<RunId> interrupted = new ArrayList<>();
    for (RunTable.RunRow row : open) {
      @Nullable Closing known = closings.get(row.run());
      Closing closing = known == null ? interrupt(row) : known;
      if (closing.state() == RunTable.State.INTERRUPTED) {
        interrupted.add(row.run());
      }
      table.close(
          row.run(),
          closing.state(),
          closing.code(),
          closing.sequence(),
          closing.leaf(),
          Instant.EPOCH.plus(clock.nowMicros(), ChronoUnit.MICROS));
    }
    return interrupted;
  }

  private Map<RunId, Closing> closings(List<RunTable.RunRow> open) {
    Map<RunId, RunTable.RunRow> rows =
        open.stream().collect(Collectors.toMap(RunTable.RunRow::run, row -> row));
    long from = open.stream().mapToLong(row -> row.manifestSequence().orElse(0)).min().orElse(0);
    Map<RunId, Closing> closings = new HashMap<>();
    reader.forEach(
        from,
        read -> {
          AuditRecord record = read.record();
          if (record.run().isPresent() && rows.containsKey(record.run().get())) {
            note(record.run().get(), read, closings);
          }
        });
    return closings;
  }

  private static void note(RunId run, AuditReader.Read read, Map<RunId, Closing> closings) {
    String code =
        read.record().detail().members().get("code") instanceof Json.Str(String text) ? text : "";
    if (read.record().type() == StepType.RUN_RESULT) {
      closings.put(
          run, new Closing(RunTable.State.ENDED, code, read.record().sequence(), read.leafHash()));
    } else if (read.record().type() == StepType.RECOVERY
        && code.equals(Code.RUN_INTERRUPTED.name())) {
      closings.put(
          run,
          new Closing(RunTable.State.INTERRUPTED, code, read.record().sequence(), read.leafHash()));
    }
  }

  private Closing interrupt(RunTable.RunRow row) {
    Receipt receipt =
        log.append(
            RecordDraft.of(StepType.RECOVERY, row.run().team(), row.owner(), "system:recovery")
                .in(row.run())
                .with("observed_by", Json.of("HOST"))
                .detailed(Json.of(Map.of("code", Json.of(Code.RUN_INTERRUPTED.name())))));
    return new Closing(
        RunTable.State.INTERRUPTED,
        Code.RUN_INTERRUPTED.name(),
        receipt.sequence(),
        receipt.leafHash());
  }
}
