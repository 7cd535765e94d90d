package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.jail.Jail;
import dev.glovebox.jail.ObservedBy;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.Session.Answered;
import dev.glovebox.jail.Session.Ended;
import dev.glovebox.jail.Session.Ready;
import dev.glovebox.jail.WorkerEnd;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A worker that answers each time in time, but lets its host wait for a day in all. */
@Timeout(60)
final class RunWaitTest {
  /** The clock of these tests goes on by so much each time it is read. */
  private static final Duration TICK = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofDays(2);

  @Test
  void theWaitsOfARunAreBoundedInAll(@TempDir Path scratch) {
    AtomicLong nanos = new AtomicLong();
    try (Jail jail = TestProcesses.jail(scratch);
        Session session = open(jail, scratch, nanos)) {
      assertThat(session.start(GrpcWorkersTest.order())).isInstanceOf(Ready.class);
      long before = nanos.get();
      long inTime = 0;
      Answered answer = session.next(GrpcWorkersTest.sets(1));
      while (answer instanceof Session.Processed) {
        inTime++;
        answer = session.next(GrpcWorkersTest.sets(1));
      }
      assertThat(answer)
          .isInstanceOfSatisfying(
              Ended.class,
              ended -> {
                assertThat(ended.reason()).isEqualTo(WorkerEnd.WALL_DEADLINE);
                assertThat(ended.observedBy()).isEqualTo(ObservedBy.HOST);
                assertThat(ended.message()).contains("24 hours of waiting in all");
              });
      assertThat(inTime).isGreaterThan(100);
      assertThat(Duration.ofNanos(nanos.get() - before)).isGreaterThan(WorkerLimits.RUN_WAIT_MAX);
    }
  }

  private static Session open(Jail jail, Path scratch, AtomicLong nanos) {
    Workers workers =
        new GrpcWorkers(
            jail,
            Map.of(WorkerKind.python(Profile.GATE), TestProcesses.image(FakeWorker.class, "good")),
            scratch,
            TestProcesses.nonces(),
            () -> nanos.addAndGet(TICK.toNanos()));
    return switch (workers.open(GrpcWorkersTest.limits(PATIENCE, PATIENCE))) {
      case Workers.Open(Session session) -> session;
      case Workers.Failed(Ended end) -> throw new AssertionError(end.toString());
    };
  }
}
