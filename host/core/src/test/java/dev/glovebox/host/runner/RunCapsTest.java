package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.approval.RunAdmission.Admitted;
import dev.glovebox.host.identity.Account;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.run.ScriptedSession;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import dev.glovebox.jail.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is started at once: exactly the cap runs. */
@ExtendWith(SharedPostgres.class)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class RunCapsTest {
  private static final int STARTS = 500;
  private static final int CAP = 7;

  @TempDir private Path data;
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger workers = new AtomicInteger();

  @Test
  void fiveHundredStartsForOneAccountRunExactlyItsCap(Database database) {
    try (TestHost host = host(database, STARTS)) {
      Account account = host.account("paper-1", CAP);
      Map<Code, Integer> answers =
          startAll(host, number -> host.paper(account, "I" + number, "max"));
      assertThat(answers)
          .containsOnly(Map.entry(Code.OK, CAP), Map.entry(Code.RUNNER_CAP_EXCEEDED, STARTS - CAP));
      assertThat(workers.get()).isEqualTo(CAP);
      goOn.countDown();
      endAll(host);
      assertThat(startAll(host, number -> host.paper(account, "I" + number, "max")))
          .as("ended runs give their places back")
          .containsKey(Code.OK);
    }
  }

  @Test
  void fiveHundredStartsForOneInstrumentRunOne(Database database) {
    try (TestHost host = host(database, STARTS)) {
      Account account = host.account("paper-1", CAP);
      assertThat(startAll(host, _ -> host.paper(account, "AAA", "max")))
          .containsOnly(Map.entry(Code.OK, 1), Map.entry(Code.INSTRUMENT_RUN_CONFLICT, STARTS - 1));
      Account other = host.account("paper-2", CAP);
      assertThat(host.started.start(host.caller, host.paper(other, "AAA", "max"), "g", ""))
          .as("another account may trade it")
          .isNotNull();
      goOn.countDown();
    }
  }

  @Test
  void fiveHundredBacktestsRunExactlyTheHostsPlaces(Database database) {
    try (TestHost host = host(database, CAP)) {
      assertThat(startAll(host, _ -> host.spec()))
          .containsOnly(Map.entry(Code.OK, CAP), Map.entry(Code.RUNNER_CAP_EXCEEDED, STARTS - CAP));
      goOn.countDown();
    }
  }

  private TestHost host(Database database, int places) {
    TestHost host = new TestHost(data, database, places);
    host.gates = (grant, terms, run) -> new Admitted("promo-1", grant, "t/reviewer");
    host.worker =
        () -> {
          workers.incrementAndGet();
          return new Workers.Open(new ScriptedSession(0, (_, _) -> hold()));
        };
    return host;
  }

  private void hold() {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<Code, Integer> startAll(TestHost host, IntFunction<RunSpec> specs) {
    CountDownLatch together = new CountDownLatch(1);
    Map<Code, Integer> answers = new EnumMap<>(Code.class);
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Code>> starts = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        RunSpec spec = specs.apply(i);
        String grant = spec.account().id().isPresent() ? "grant-" + i : "";
        starts.add(pool.submit(() -> answer(host, spec, grant, together)));
      }
      together.countDown();
      for (Future<Code> start : starts) {
        answers.merge(start.get(), 1, Integer::sum);
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Code answer(TestHost host, RunSpec spec, String grant, CountDownLatch together)
      throws InterruptedException {
    together.await();
    try {
      RunId _ = host.started.start(host.caller, spec, grant, "");
      return Code.OK;
    } catch (Refusal e) {
      return e.code();
    }
  }

  private static void endAll(TestHost host) {
    for (RunSummary run : host.started.list(host.caller, STARTS, "").items()) {
      host.started.watch(host.caller, run.run(), _ -> true);
    }
  }
}
