package dev.glovebox.host.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.order.OrderDesk.Submission;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.plan.TokenMint;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.LeaseTable;
import dev.glovebox.host.store.SharedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The PostgreSQL store with a venue, when database and log do not say the same. */
@Timeout(60)
@ExtendWith(SharedPostgres.class)
class OrderRecoveryTest {
  private static final String ORIGIN = "glovebox-0123456789abcdef";
  private static final String HOST = "system:host";

  private final Database database;
  private final TestHost host;
  private final Orders.RememberingVenue venue = new Orders.RememberingVenue();
  private final RunId run = TestHost.newRun();

  OrderRecoveryTest(Database database, @TempDir Path data) {
    this.database = database;
    this.host = new TestHost(data);
    // The recovery looks at every row, so this test's log is the only one with rows.
    database.execute("DELETE FROM orders");
    database.execute("DELETE FROM token");
    assertThat(new LeaseTable(database).acquire(run, "host-a", Duration.ofMinutes(5))).isPresent();
  }

  @AfterEach
  void close() {
    host.close();
  }

  private record Issued(Plan plan, Receipt planned, ExecutionToken token, Receipt issued) {}

  private TokenMint mint() {
    return new TokenMint(ORIGIN, host.keys());
  }

  private Issued issue(int sequence) {
    Plan plan = Orders.plan(run, sequence);
    Receipt planned = host.log().append(OrderRecords.plan(plan, "t/owner"));
    ExecutionToken token = mint().mint(plan, planned, 1);
    return new Issued(
        plan, planned, token, host.log().append(OrderRecords.tokenIssued(token, "t/owner")));
  }

  private Submission submit(Issued order) {
    return new OrderDesk(mint(), new PostgresOrderStore(database), venue, () -> false, _ -> 0)
        .submit(order.plan(), order.planned(), order.token(), order.issued(), 1_000);
  }

  private OrderRecovery.Report recover() {
    return new OrderRecovery(database, host.log(), HOST)
        .recover(OrderRecords.tokens(host.log().reader()));
  }

  private void restoreAnEarlierCopy() {
    database.execute("DELETE FROM orders");
    database.execute("DELETE FROM token");
  }

  @Test
  void leavesAloneWhatAgrees() {
    Issued order = issue(1);
    assertThat(submit(order)).isInstanceOf(Submission.Sent.class);
    assertThat(recover())
        .isEqualTo(new OrderRecovery.Report(java.util.List.of(), java.util.List.of()));
    assertThat(submit(order)).isEqualTo(new Submission.Refused(Code.TOKEN_SPENT));
    assertThat(venue.taken).hasSize(1);
  }

  @Test
  void closesARecordWithoutItsRowAsNotSent() {
    Issued neverStored = issue(1);
    Issued storedOnly = issue(2);
    new PostgresOrderStore(database)
        .issued(
            storedOnly.token(),
            storedOnly.issued().sequence(),
            storedOnly.issued().leafHash().hex());

    assertThat(recover().closed()).extracting(LoggedToken::sequence).containsExactly(1, 2);
    assertThat(submit(neverStored)).isEqualTo(new Submission.Refused(Code.TOKEN_UNKNOWN));
    assertThat(submit(storedOnly)).isEqualTo(new Submission.Refused(Code.TOKEN_SPENT));
    assertThat(venue.taken).isEmpty();

    long size = host.log().reader().size();
    assertThat(recover().closed()).as("closed once").isEmpty();
    assertThat(host.log().reader().size()).isEqualTo(size);
  }

  @Test
  void sendsNothingTwiceWhenTheDatabaseIsAnOldCopy() {
    Issued order = issue(1);
    Submission sent = submit(order);
    host.log().append(OrderRecords.submission(order.token(), "t/owner", sent));
    restoreAnEarlierCopy();
    host.restart();

    OrderRecovery.Report report = recover();
    assertThat(report.closed()).as("it was sent, and the log says so").isEmpty();
    assertThat(report.sentBefore()).extracting(LoggedToken::sequence).containsExactly(1);
    assertThat(submit(order)).isInstanceOf(Submission.Refused.class);
    assertThat(venue.taken).hasSize(1);
  }

  @Test
  void wouldSendTwiceWithoutRecovery() {
    Issued order = issue(1);
    assertThat(submit(order)).isInstanceOf(Submission.Sent.class);
    restoreAnEarlierCopy();
    assertThat(submit(order)).isInstanceOf(Submission.Sent.class);
    assertThat(venue.taken).as("the attack works without the protection").hasSize(2);
  }

  @Test
  void refusesARowWithoutItsRecord() {
    Issued order = issue(1);
    new PostgresOrderStore(database).issued(order.token(), 999, "cd".repeat(32));
    long size = host.log().reader().size();
    assertThatThrownBy(this::recover)
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.AUDIT_ROLLED_BACK));
    assertThat(host.log().reader().size()).as("nothing was written").isEqualTo(size);
  }

  @Test
  void refusesARowWhoseRecordSaysSomethingElse() {
    Issued order = issue(1);
    new PostgresOrderStore(database)
        .issued(order.token(), order.issued().sequence(), "cd".repeat(32));
    assertThatThrownBy(this::recover)
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(Code.AUDIT_ROLLED_BACK));
  }
}
