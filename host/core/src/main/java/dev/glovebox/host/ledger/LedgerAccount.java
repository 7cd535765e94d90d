package dev.glovebox.host.ledger;

/** Accounts of a run's sub-ledger; each exists per currency. Debits are positive. */
public enum LedgerAccount {
  /** Money on hand. */
  CASH,
  /** What was put in; the other side of funding. */
  CAPITAL,
  /** The other side of trades, at trade value: bought less sold. */
  TRADES,
  /** Fees paid. */
  FEES
}
