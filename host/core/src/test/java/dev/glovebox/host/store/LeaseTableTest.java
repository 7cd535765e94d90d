package dev.glovebox.host.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.model.RunId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(SharedPostgres.class)
class LeaseTableTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration OVER = Duration.ZERO;

  @Test
  void hasOneHolderAtATimeAndAnEpochPerHolder(Database database) {
    LeaseTable leases = new LeaseTable(database);
    RunId run = TestHost.newRun();
    Lease first = leases.acquire(run, "host-a", OVER).orElseThrow();
    assertThat(first.epoch()).isEqualTo(1);
    Lease second = leases.acquire(run, "host-b", LONG).orElseThrow();
    assertThat(second.epoch()).isEqualTo(2);
    assertThat(leases.acquire(run, "host-a", LONG)).isEmpty();
    assertThat(leases.renew(first, LONG)).as("the old holder").isEmpty();
    assertThat(leases.renew(second, LONG).orElseThrow().expiresAt())
        .isAfterOrEqualTo(second.expiresAt());
  }

  @Test
  void isNotRenewedOnceItHasEnded(Database database) {
    LeaseTable leases = new LeaseTable(database);
    Lease lease = leases.acquire(TestHost.newRun(), "host-a", OVER).orElseThrow();
    assertThat(leases.renew(lease, LONG)).isEmpty();
  }

  @Test
  void goesOnWithTheNextEpochAfterARelease(Database database) {
    LeaseTable leases = new LeaseTable(database);
    RunId run = TestHost.newRun();
    leases.release(leases.acquire(run, "host-a", LONG).orElseThrow());
    assertThat(leases.acquire(run, "host-a", LONG).orElseThrow().epoch()).isEqualTo(2);
  }

  @Test
  void countsItsTimeFromAfterTheWaitForTheLock(Database database) throws Exception {
    LeaseTable leases = new LeaseTable(database);
    RunId run = TestHost.newRun();
    Lease lease = leases.acquire(run, "host-a", OVER).orElseThrow();
    CountDownLatch locked = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<java.time.Instant> heldUntil =
          threads.submit(() ->
              database.transaction(statements -> {
                statements.query(
                    "SELECT 1 FROM lease WHERE team = ? AND run_id = ? FOR SHARE",
                    row -> row.getInt(1),
                    run.team().value(),
                    run.value());
                locked.countDown();
                return statements
                    .query(
                        "SELECT clock_timestamp() AS now FROM pg_sleep(0.6)",
                        row -> Database.instant(row, "now"))
                    .getFirst();
              }));
      assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
      Lease taken = leases.acquire(run, "host-b", Duration.ofMillis(100)).orElseThrow();
      assertThat(taken.epoch()).isEqualTo(lease.epoch() + 1);
      assertThat(taken.expiresAt()).isAfter(heldUntil.get().plusMillis(99));
    }
  }
}
