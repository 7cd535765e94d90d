package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.audit.AuditRecord;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.audit.StepType;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.OrderType;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.order.OrderDesk;
import dev.glovebox.host.order.OrderDesk.Submission;
import dev.glovebox.host.order.OrderRecords;
import dev.glovebox.host.order.OrderRecovery;
import dev.glovebox.host.order.PostgresOrderStore;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.plan.TokenMint;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.LeaseTable;
import dev.glovebox.host.store.SharedPostgres;
import dev.glovebox.host.venue.Costs;
import dev.glovebox.host.venue.ExecutionReport;
import dev.glovebox.host.venue.NewOrder;
import dev.glovebox.host.venue.SimulatedVenue;
import dev.glovebox.host.venue.Venue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One token, one order: with real PostgreSQL and the real log. */
@Timeout(60)
@ExtendWith(SharedPostgres.class)
final class PaperTokensTest {
  private static final int THREADS = 64;
  private static final long NOW = 1_000;
  private static final long EXPIRES = 2_000;
  private static final String ORIGIN = "glovebox-0123456789abcdef";

  private final Database database;
  private final TestHost host;
  private final RunId run = TestHost.newRun();
  private final List<NewOrder> sent = Collections.synchronizedList(new ArrayList<>());
  private final Plan plan = plan(1);

  PaperTokensTest(Database database, @TempDir Path data) {
    this.database = database;
    this.host = new TestHost(data);
    // Recovery compares every row with the log, and rows of other tests belong to other logs.
    int _ = database.execute("DELETE FROM orders");
    int _ = database.execute("DELETE FROM token");
    // Valid for no time at all: a test that takes over need not wait.
    assertThat(new LeaseTable(database).acquire(run, "host-a", Duration.ZERO)).isPresent();
  }

  @AfterEach
  void close() {
    host.close();
  }

  private record Issued(Plan plan, Receipt planned, ExecutionToken token, Receipt recorded) {}

  @Test
  void theUntouchedTokenIsOneOrder() {
    assertThat(submit(desk("paper"), issue(plan), NOW)).isEqualTo(Code.OK);
    assertThat(sent).hasSize(1);
    assertThat(refusals()).isEmpty();
  }

  @Test
  void sixtyFourThreadsWithOneTokenSendOneOrder() throws Exception {
    Issued issued = issue(plan);
    OrderDesk desk = desk("paper");
    CountDownLatch together = new CountDownLatch(1);
    List<Future<Code>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < THREADS; i++) {
        answers.add(
            threads.submit(() -> {
              together.await();
              return submit(desk, issued, NOW);
            }));
      }
      together.countDown();
    }
    List<Code> codes = new ArrayList<>();
    for (Future<Code> answer : answers) {
      codes.add(answer.get());
    }
    assertThat(codes).filteredOn(code -> code == Code.OK).hasSize(1);
    assertThat(codes).filteredOn(code -> code == Code.TOKEN_SPENT).hasSize(THREADS - 1);
    assertThat(sent).hasSize(1);
    assertThat(orders()).isEqualTo(1);
    assertThat(refusals()).hasSize(THREADS - 1).containsOnly("TOKEN_SPENT");
  }

  @Test
  void atAnotherVenueItIsRefusedAndRecorded() {
    Issued issued = issue(plan);
    assertThat(submit(desk("elsewhere"), issued, NOW)).isEqualTo(Code.ORDER_VENUE_MISMATCH);
    refusedAlone("ORDER_VENUE_MISMATCH");
    assertThat(submit(desk("paper"), issued, NOW)).as("it was not spent").isEqualTo(Code.OK);
  }

  @Test
  void afterItsExpiryItIsRefusedAndRecorded() {
    assertThat(submit(desk("paper"), issue(plan), EXPIRES + 1)).isEqualTo(Code.TOKEN_EXPIRED);
    refusedAlone("TOKEN_EXPIRED");
    assertThat(submit(desk("paper"), issue(plan(2)), EXPIRES)).isEqualTo(Code.OK);
  }

  @Test
  void forAnotherEpochItIsRefusedAndRecorded() {
    Issued issued = issue(plan);
    assertThat(new LeaseTable(database).acquire(run, "host-b", Duration.ofMinutes(5))).isPresent();
    assertThat(submit(desk("paper"), issued, NOW)).isEqualTo(Code.LEASE_LOST);
    refusedAlone("LEASE_LOST");
    TokenMint mint = mint();
    Plan next = plan(2);
    Receipt planned = host.log().append(OrderRecords.plan(next, "t/ann"));
    ExecutionToken token = mint.mint(next, planned, 2);
    Receipt recorded = host.log().append(OrderRecords.tokenIssued(token, "t/ann"));
    assertThat(submit(desk("paper"), new Issued(next, planned, token, recorded), NOW))
        .as("the new holder's own")
        .isEqualTo(Code.OK);
  }

  @Test
  void twiceItIsRefusedAndRecorded() {
    Issued issued = issue(plan);
    assertThat(submit(desk("paper"), issued, NOW)).isEqualTo(Code.OK);
    assertThat(submit(desk("paper"), issued, NOW)).isEqualTo(Code.TOKEN_SPENT);
    assertThat(refusals()).containsExactly("TOKEN_SPENT");
    assertThat(sent).hasSize(1);
  }

  @Test
  void withOneThingChangedItIsRefusedAndRecorded() {
    Issued issued = issue(plan);
    ExecutionToken token = issued.token();
    for (ExecutionToken forged :
        List.of(
            changed(token, "account-2", token.venueId(), token.expiresAtMicros(), 1),
            changed(token, token.account(), "elsewhere", token.expiresAtMicros(), 1),
            changed(token, token.account(), token.venueId(), EXPIRES + 1, 1),
            changed(token, token.account(), token.venueId(), token.expiresAtMicros(), 2))) {
      Issued altered = new Issued(plan, issued.planned(), forged, issued.recorded());
      assertThat(submit(desk("paper"), altered, NOW)).isEqualTo(Code.TOKEN_INVALID);
    }
    assertThat(refusals()).hasSize(4).containsOnly("TOKEN_INVALID");
    assertThat(sent).isEmpty();
    assertThat(submit(desk("paper"), issued, NOW)).isEqualTo(Code.OK);
  }

  @Test
  void afterARestartNeitherASpentNorAForgottenTokenIsHonoured() {
    Issued spent = issue(plan);
    assertThat(submit(desk("paper"), spent, NOW)).isEqualTo(Code.OK);
    Issued forgotten = issue(plan(2));
    host.restart();
    OrderRecovery.Report report =
        new OrderRecovery(database, host.log(), "system:host")
            .recover(
                OrderRecords.tokens(host.log().reader()).stream()
                    .filter(token -> token.run().equals(run))
                    .toList());
    assertThat(report.closed()).hasSize(1);
    assertThat(submit(desk("paper"), spent, NOW)).isEqualTo(Code.TOKEN_SPENT);
    assertThat(submit(desk("paper"), forgotten, NOW))
        .as("burnt by recovery, whose record closes it as NOT_SENT")
        .isIn(Code.TOKEN_SPENT, Code.TOKEN_UNKNOWN);
    assertThat(sent).hasSize(1);
    assertThat(refusals()).hasSize(2);
  }

  private Issued issue(Plan wanted) {
    Receipt planned = host.log().append(OrderRecords.plan(wanted, "t/ann"));
    ExecutionToken token = mint().mint(wanted, planned, 1);
    Receipt recorded = host.log().append(OrderRecords.tokenIssued(token, "t/ann"));
    new PostgresOrderStore(database).issued(token, recorded.sequence(), recorded.leafHash().hex());
    return new Issued(wanted, planned, token, recorded);
  }

  /** Submits as a run does: the desk, then the record of what became of it. */
  private Code submit(OrderDesk desk, Issued issued, long nowMicros) {
    Submission submission =
        desk.submit(issued.plan(), issued.planned(), issued.token(), issued.recorded(), nowMicros);
    Receipt _ = host.log().append(OrderRecords.submission(issued.token(), "t/ann", submission));
    return switch (submission) {
      case Submission.Sent _ -> Code.OK;
      case Submission.Refused(Code code) -> code;
    };
  }

  private TokenMint mint() {
    return new TokenMint(ORIGIN, host.keys());
  }

  private OrderDesk desk(String venueId) {
    SimulatedVenue venue =
        new SimulatedVenue(
            venueId,
            List.of(
                new Instrument(
                    "AAA", "USD", new BigDecimal("0.01"), BigDecimal.ONE, BigDecimal.ONE)),
            Costs.ofBasisPoints(BigDecimal.ZERO, BigDecimal.ZERO),
            _ -> BigDecimal.TEN);
    Venue watched =
        new Venue() {
          @Override
          public String id() {
            return venueId;
          }

          @Override
          public ExecutionReport submit(NewOrder order) {
            sent.add(order);
            return venue.submit(order);
          }
        };
    return new OrderDesk(mint(), new PostgresOrderStore(database), watched, () -> false, _ -> 0);
  }

  private void refusedAlone(String code) {
    assertThat(refusals()).containsExactly(code);
    assertThat(sent).isEmpty();
    assertThat(orders()).isZero();
  }

  private List<String> refusals() {
    List<String> codes = new ArrayList<>();
    host.log()
        .reader()
        .forEach(
            0,
            read -> {
              AuditRecord record = read.record();
              if (record.type() == StepType.REJECTED
                  && record.detail().members().get("code") instanceof Json.Str(String code)) {
                codes.add(code);
              }
            });
    return codes;
  }

  private int orders() {
    return database
        .query("SELECT 1 FROM orders WHERE run_id = ?", row -> row.getInt(1), run.value())
        .size();
  }

  private static ExecutionToken changed(
      ExecutionToken token, String account, String venue, long expires, long epoch) {
    return new ExecutionToken(
        token.origin(),
        token.run(),
        epoch,
        account,
        venue,
        token.planHash(),
        expires,
        token.sequence(),
        token.mac());
  }

  private Plan plan(int sequence) {
    return new Plan(
        run,
        new OrderKey(sequence),
        "account-1",
        "paper",
        "AAA",
        Side.BUY,
        OrderType.MARKET,
        BigDecimal.ONE,
        BigDecimal.TEN,
        NOW,
        EXPIRES,
        "system:runner");
  }
}
