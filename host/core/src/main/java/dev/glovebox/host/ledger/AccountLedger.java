package dev.glovebox.host.ledger;

import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.RunId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One owner's account: the sum of the sub-ledgers of its runs, per currency.
 *
 * <p>Not thread-safe.
 */
public final class AccountLedger {
  private final String account;
  private final Map<RunId, SubLedger> runs = new LinkedHashMap<>();

  /** Opens an account without runs. */
  public AccountLedger(String account) {
    this.account = account;
  }

  /** Returns the account's name. */
  public String account() {
    return account;
  }

  /** Opens the sub-ledger of a run; a run has exactly one. */
  public SubLedger open(
      RunId run, String currency, BigDecimal capital, List<Instrument> instruments) {
    SubLedger books = new SubLedger(currency, capital, instruments);
    if (runs.putIfAbsent(run, books) != null) {
      throw new IllegalStateException("the run has a sub-ledger already");
    }
    return books;
  }

  /** Returns the account's cash in one currency. */
  public BigDecimal cash(String currency) {
    return runs.values().stream()
        .filter(books -> books.currency().equals(currency))
        .map(SubLedger::cash)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
