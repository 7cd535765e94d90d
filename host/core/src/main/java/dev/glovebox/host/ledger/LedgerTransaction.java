package dev.glovebox.host.ledger;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one event did to the books. Exact: nothing is ever rounded.
 *
 * @param entries sum to zero in each currency
 */
public record LedgerTransaction(List<Entry> entries) {
  /** Copies and proves that the entries balance. */
  public LedgerTransaction {
    entries = List.copyOf(entries);
    Map<String, BigDecimal> sums = new HashMap<>();
    for (Entry entry : entries) {
      sums.merge(entry.currency(), entry.amount(), BigDecimal::add);
    }
    if (sums.values().stream().anyMatch(sum -> sum.signum() != 0)) {
      throw new IllegalArgumentException("the entries of a transaction sum to zero per currency");
    }
  }

  /** One side of a transaction; a debit is positive. */
  public record Entry(LedgerAccount account, String currency, BigDecimal amount) {}
}
