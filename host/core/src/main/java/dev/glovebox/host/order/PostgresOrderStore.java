package dev.glovebox.host.order;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;
import dev.glovebox.host.store.Database;

/**
 * Tokens and orders of PAPER and LIVE runs. Thread-safe, on any number of hosts.
 *
 * <p>A run's lease must exist: what was issued or is redeemed under another epoch has no effect.
 */
public final class PostgresOrderStore implements OrderStore {
  private final OrderTable table;

  /** Uses the tables in {@code database}. */
  public PostgresOrderStore(Database database) {
    this.table = new OrderTable(database);
  }

  @Override
  public void issued(ExecutionToken token, long logSequence, String leafHash) {
    table.insertToken(token, logSequence, leafHash);
  }

  @Override
  public Redemption redeem(ExecutionToken token, Plan plan, String clientOrderId, long nowMicros) {
    if (table.redeem(token, plan, clientOrderId, nowMicros)) {
      return Redemption.REDEEMED;
    }
    // It did not happen; what follows only says why.
    OrderTable.Standing standing = table.standing(token);
    if (standing.leaseEpoch() != token.leaseEpoch()) {
      return Redemption.LEASE_LOST;
    }
    if (!standing.known()) {
      return Redemption.TOKEN_UNKNOWN;
    }
    return standing.spent() ? Redemption.TOKEN_SPENT : Redemption.TOKEN_EXPIRED;
  }

  @Override
  public void moved(ExecutionToken token, OrderState to, long leaseEpoch) {
    if (table.move(token, to, leaseEpoch)) {
      return;
    }
    if (table.standing(token).leaseEpoch() != leaseEpoch) {
      throw new Refusal(Code.LEASE_LOST, "the run's lease has moved on");
    }
    throw new IllegalStateException("there is no such order, or it does not go to " + to);
  }
}
