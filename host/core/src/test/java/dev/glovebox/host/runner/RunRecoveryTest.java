package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.RecordDraft;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Mode;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(SharedPostgres.class)
class RunRecoveryTest {
  private static final Sha256 HASH = Sha256.of(new byte[0]);

  private final TestHost host;
  private final RunTable runs;

  RunRecoveryTest(Database database, @TempDir Path data) {
    this.host = new TestHost(data);
    this.runs = new RunTable(database);
    database.execute("DELETE FROM run");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private RunId starting() {
    RunId run = TestHost.newRun();
    runs.starting(new RunTable.NewRun(run, "t/ann", Mode.BACKTEST, HASH, HASH, 1, Instant.EPOCH));
    return run;
  }

  private Receipt record(StepType type, RunId run, String code) {
    return host.log()
        .append(
            RecordDraft.of(type, run.team(), "t/ann", "system:runner")
                .in(run)
                .detailed(Json.of(Map.of("code", Json.of(code)))));
  }

  private RunId running() {
    RunId run = starting();
    runs.running(run, 1, record(StepType.RUN_MANIFEST, run, ""));
    return run;
  }

  private java.util.List<RunId> nextHost() {
    host.restart();
    return new RunRecovery(runs, host.log(), host.log().reader(), host.clock()).recover();
  }

  private RunTable.RunRow row(RunId run) {
    return runs.find(run).orElseThrow();
  }

  @Test
  void marksWhatADeadHostLeftAsInterruptedOnce() {
    RunId starting = starting();
    RunId running = running();
    assertThat(nextHost()).containsExactlyInAnyOrder(starting, running);
    assertThat(runs.in(RunTable.State.INTERRUPTED))
        .extracting(RunTable.RunRow::run)
        .containsExactly(starting, running);
    assertThat(row(running).code()).contains("RUN_INTERRUPTED");
    for (RunId run : java.util.List.of(starting, running)) {
      assertThat(recoveries(run)).as("one record of %s", run).isEqualTo(1);
    }
    assertThat(nextHost()).as("and never again").isEmpty();
  }

  private long recoveries(RunId run) {
    long[] count = {0};
    host.log()
        .reader()
        .forEach(
            0,
            read -> {
              if (read.record().type() == StepType.RECOVERY
                  && read.record().run().equals(Optional.of(run))) {
                count[0]++;
              }
            });
    return count[0];
  }

  @Test
  void endsARunWhoseResultWasRecordedBeforeTheHostDied() {
    RunId run = running();
    Receipt result = record(StepType.RUN_RESULT, run, "OK");
    assertThat(nextHost()).isEmpty();
    assertThat(row(run).state()).isEqualTo(RunTable.State.ENDED);
    assertThat(row(run).code()).contains("OK");
    assertThat(row(run).resultSequence()).hasValue(result.sequence());
    assertThat(recoveries(run)).isZero();
  }

  @Test
  void changesARunOnlyInItsOrderAndUnderItsEpoch() {
    RunId run = starting();
    Receipt manifest = record(StepType.RUN_MANIFEST, run, "");
    assertThatThrownBy(() -> runs.running(run, 2, manifest)).as("another epoch").isNotNull();
    assertThatThrownBy(() -> runs.ended(run, 1, "OK", Optional.empty(), manifest, Instant.EPOCH))
        .as("not running yet")
        .isNotNull();
    runs.running(run, 1, manifest);
    runs.ended(run, 1, "OK", Optional.of(HASH), manifest, Instant.EPOCH);
    assertThat(row(run).state()).isEqualTo(RunTable.State.ENDED);
    assertThat(row(run).report()).contains(HASH);
    assertThat(runs.list(run.team(), 10, "").items()).containsExactly(row(run));
    RunId refused = starting();
    runs.neverBegan(refused, 1);
    assertThat(runs.find(refused)).isEmpty();
  }
}
