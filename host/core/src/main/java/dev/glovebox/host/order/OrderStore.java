package dev.glovebox.host.order;

import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.plan.ExecutionToken;
import dev.glovebox.host.plan.Plan;

/**
 * Tokens and order rows of runs. Memory for a backtest, PostgreSQL otherwise; both pass one
 * contract test.
 */
public interface OrderStore {
  /**
   * Remembers an issued token.
   *
   * @param logSequence place of the token's record, compared with the log before use
   * @param leafHash hash of that record
   */
  void issued(ExecutionToken token, long logSequence, String leafHash);

  /** The same by the receipt of the token's record; a store asks it for what it keeps. */
  default void issued(ExecutionToken token, Receipt receipt) {
    issued(token, receipt.sequence(), receipt.leafHash().hex());
  }

  /**
   * In ONE step proves the lease epoch, redeems the token and inserts the order row in state SENT.
   *
   * @param nowMicros host time, or close time of the bar in simulation
   */
  Redemption redeem(ExecutionToken token, Plan plan, String clientOrderId, long nowMicros);

  /** Moves an order along the transition table; an illegal move throws. */
  void moved(ExecutionToken token, OrderState to, long leaseEpoch);

  /** What became of a redemption. */
  enum Redemption {
    REDEEMED,
    TOKEN_UNKNOWN,
    TOKEN_SPENT,
    TOKEN_EXPIRED,
    LEASE_LOST
  }
}
