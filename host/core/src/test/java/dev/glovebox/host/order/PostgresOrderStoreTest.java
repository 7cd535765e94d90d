package dev.glovebox.host.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.LeaseTable;
import dev.glovebox.host.store.SharedPostgres;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPostgres.class)
class PostgresOrderStoreTest extends OrderStoreContract {
  private final Database database;

  PostgresOrderStoreTest(Database database) {
    this.database = database;
  }

  @Override
  OrderStore store(RunId run) {
    assertThat(new LeaseTable(database).acquire(run, "host-a", Duration.ZERO)).isPresent();
    return new PostgresOrderStore(database);
  }

  @Override
  void takeOver(OrderStore store, RunId run) {
    assertThat(new LeaseTable(database).acquire(run, "host-b", Duration.ofMinutes(5))).isPresent();
  }

  @Test
  void knowsAfterARestartWhatWasSpent() {
    RunId run = TestHost.newRun();
    Plan plan = Orders.plan(run, 1);
    OrderStore before = store(run);
    before.issued(Orders.token(plan, 1), 7, "cd".repeat(32));
    assertThat(before.redeem(Orders.token(plan, 1), plan, ClientOrderId.of(run, 1), 1_000))
        .isEqualTo(OrderStore.Redemption.REDEEMED);
    OrderStore after = new PostgresOrderStore(database);
    assertThat(after.redeem(Orders.token(plan, 1), plan, ClientOrderId.of(run, 1), 1_000))
        .isEqualTo(OrderStore.Redemption.TOKEN_SPENT);
  }

  @Test
  void leavesNothingBehindWhenItRefuses() {
    RunId run = TestHost.newRun();
    Plan plan = Orders.plan(run, 1);
    OrderStore store = store(run);
    store.issued(Orders.token(plan, 1), 7, "cd".repeat(32));
    assertThat(store.redeem(Orders.token(plan, 1), Orders.plan(run, 2), "other", 1_000))
        .as("another plan")
        .isNotEqualTo(OrderStore.Redemption.REDEEMED);
    assertThat(
            database.query(
                "SELECT 1 FROM orders WHERE team = ?", row -> row.getInt(1), run.team().value()))
        .isEmpty();
    assertThat(
            database.query(
                "SELECT spent FROM token WHERE team = ?",
                row -> row.getBoolean(1),
                run.team().value()))
        .containsExactly(false);
  }
}
