package dev.glovebox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.order.OrderDesk.Submission;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.plan.TokenMint;
import dev.glovebox.host.venue.NewOrder;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OrderDeskTest {
  private static final String ORIGIN = "glovebox-0123456789abcdef";

  private final Path data;
  private TestHost host;
  private final Orders.RememberingVenue venue = new Orders.RememberingVenue();
  private final AtomicBoolean halted = new AtomicBoolean();
  private final RunId run = TestHost.newRun();
  private final Plan plan = Orders.plan(run, 1);

  OrderDeskTest(@TempDir Path data) {
    this.data = data;
    this.host = new TestHost(data);
  }

  @BeforeEach
  void isFresh() {
    assertThat(data).isDirectory();
  }

  @AfterEach
  void close() {
    host.close();
  }

  private TokenMint mint() {
    return new TokenMint(ORIGIN, host.keys());
  }

  private OrderDesk desk(OrderStore store) {
    return new OrderDesk(mint(), store, venue, halted::get, _ -> 0);
  }

  private Receipt planned() {
    return host.log().append(OrderRecords.plan(plan, "t/owner"));
  }

  private Receipt issued(ExecutionToken token) {
    return host.log().append(OrderRecords.tokenIssued(token, "t/owner"));
  }

  @Test
  void sendsAnOrderOnce() {
    OrderDesk desk = desk(new MemoryOrderStore(1));
    Receipt planned = planned();
    ExecutionToken token = mint().mint(plan, planned, 1);
    Receipt issued = issued(token);

    assertThat(desk.submit(plan, planned, token, issued, 1_000))
        .isInstanceOf(Submission.Sent.class);
    assertThat(desk.submit(plan, planned, token, issued, 1_000))
        .isEqualTo(new Submission.Refused(Code.TOKEN_SPENT));
    assertThat(venue.taken).hasSize(1);
    NewOrder order = venue.taken.getFirst();
    assertThat(order.clientOrderId()).isEqualTo(run.team() + "." + run + ".o-000001");
    assertThat(order.venueId()).isEqualTo(Orders.VENUE);
    assertThat(order.quantity()).isEqualTo(plan.quantity());
  }

  @Test
  void sendsNothingWithAForgedOrForeignToken() {
    OrderDesk desk = desk(new MemoryOrderStore(1));
    Receipt planned = planned();
    ExecutionToken token = mint().mint(plan, planned, 1);
    Receipt issued = issued(token);

    assertThat(desk.submit(plan, planned, Orders.token(plan, 1), issued, 1_000))
        .isEqualTo(new Submission.Refused(Code.TOKEN_INVALID));
    assertThat(desk.submit(Orders.plan(run, 2), planned, token, issued, 1_000))
        .isEqualTo(new Submission.Refused(Code.TOKEN_INVALID));
    assertThat(desk.submit(plan, issued, token, planned, 1_000))
        .as("receipts the wrong way round")
        .isEqualTo(new Submission.Refused(Code.TOKEN_INVALID));
    assertThat(venue.taken).isEmpty();
  }

  @Test
  void sendsNothingUnderAnotherEpochOrAfterExpiry() {
    Receipt planned = planned();
    ExecutionToken token = mint().mint(plan, planned, 1);
    Receipt issued = issued(token);

    assertThat(desk(new MemoryOrderStore(2)).submit(plan, planned, token, issued, 1_000))
        .isEqualTo(new Submission.Refused(Code.LEASE_LOST));
    assertThat(desk(new MemoryOrderStore(1)).submit(plan, planned, token, issued, 2_001))
        .isEqualTo(new Submission.Refused(Code.TOKEN_EXPIRED));
    assertThat(venue.taken).isEmpty();
  }

  @Test
  void sendsNothingWhileTradingIsHalted() {
    Receipt planned = planned();
    ExecutionToken token = mint().mint(plan, planned, 1);
    Receipt issued = issued(token);
    halted.set(true);
    assertThat(desk(new MemoryOrderStore(1)).submit(plan, planned, token, issued, 1_000))
        .isEqualTo(new Submission.Refused(Code.TRADING_HALTED));
    assertThat(venue.taken).isEmpty();
  }
}
