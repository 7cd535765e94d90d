package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.approval.RunAdmission.Admitted;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.run.ScriptedSession;
import dev.glovebox.host.runner.Runs.RunEvent;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import dev.glovebox.jail.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Paper runs and their leases. */
@ExtendWith(SharedPostgres.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class LeasedRunsTest {
  private final Database database;
  private final TestHost host;

  LeasedRunsTest(Database database, @TempDir Path data) {
    this.database = database;
    this.host = new TestHost(data, database, 4);
    host.gates = (grant, _, _) -> new Admitted("promo-1", grant, "t/reviewer");
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void aRunWhoseLeaseIsLostEnds() {
    RunId run = startedAfter(() -> {});
    lose();
    assertThat(watched(run).report().members()).containsEntry("code", Json.of("LEASE_LOST"));
  }

  @Test
  void aRunWhoseLeaseIsLostWhileTheWorkerStartsEnds() {
    RunId run = startedAfter(this::lose);
    assertThat(watched(run).report().members()).containsEntry("code", Json.of("LEASE_LOST"));
  }

  @Test
  void aLeaseIsProlongedWhileTheWorkerStarts() {
    RunId run =
        startedAfter(() -> {
          // A worker may take thirty seconds to start, and a lease is valid for fifteen.
          database.execute("UPDATE lease SET expires_at = clock_timestamp() + interval '1 second'");
          host.started.renewLeases();
        });
    assertThat(
            database.query(
                "SELECT expires_at > clock_timestamp() + interval '5 seconds' FROM lease"
                    + " WHERE run_id = ?",
                row -> row.getBoolean(1),
                run.value()))
        .containsExactly(true);
  }

  private void lose() {
    database.execute("UPDATE lease SET epoch = 2");
    host.started.renewLeases();
  }

  /** Starts a run whose second bar is far away, and whose worker takes its time. */
  private RunId startedAfter(Runnable starting) {
    host.worker =
        () -> {
          starting.run();
          return new Workers.Open(new ScriptedSession(0, (_, _) -> {}));
        };
    RunSpec spec = host.paper(host.account("paper-1", 2), "AAA", "1");
    return host.started.start(host.caller, spec, "grant-1", "");
  }

  private RunEvent.Ended watched(RunId run) {
    List<RunEvent> events = new ArrayList<>();
    host.started.watch(host.caller, run, events::add);
    return (RunEvent.Ended) events.getLast();
  }
}
