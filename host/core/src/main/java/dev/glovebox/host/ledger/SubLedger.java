package dev.glovebox.host.ledger;

import dev.glovebox.host.ledger.LedgerTransaction.Entry;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.OrderKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The books of one run, funded by its capital, in one currency; a CASH account: nothing is sold
 * short and cash never falls below zero.
 *
 * <p>Not thread-safe: the run loop is the one writer. All figures are exact. An event that would
 * break a rule throws and changes nothing: the gate and the venue refuse such orders before, so it
 * means a defect of ours.
 */
public final class SubLedger {
  private final String currency;
  private final List<Instrument> instruments;
  private final Map<LedgerAccount, BigDecimal> balances = new EnumMap<>(LedgerAccount.class);
  private final Map<OrderKey, BigDecimal> reserves = new HashMap<>();
  private BigDecimal reserved = BigDecimal.ZERO;
  private List<BigDecimal> positions;

  /**
   * Opens the books and books the capital.
   *
   * @param capital above zero
   * @throws IllegalArgumentException if an instrument's currency differs: there is no rate source
   */
  public SubLedger(String currency, BigDecimal capital, List<Instrument> instruments) {
    if (capital.signum() <= 0) {
      throw new IllegalArgumentException("the capital of a run is above zero");
    }
    if (instruments.stream().anyMatch(instrument -> !instrument.currency().equals(currency))) {
      throw new IllegalArgumentException("a second currency needs a rate source");
    }
    this.currency = currency;
    this.instruments = List.copyOf(instruments);
    this.positions =
        List.copyOf(java.util.Collections.nCopies(instruments.size(), BigDecimal.ZERO));
    for (LedgerAccount account : LedgerAccount.values()) {
      balances.put(account, BigDecimal.ZERO);
    }
    post(
        new LedgerTransaction(
            List.of(
                new Entry(LedgerAccount.CASH, currency, capital),
                new Entry(LedgerAccount.CAPITAL, currency, capital.negate()))));
  }

  /** Books one fill. */
  public LedgerTransaction trade(Trade trade) {
    BigDecimal position = position(trade.instrument());
    BigDecimal signed = trade.quantity().multiply(BigDecimal.valueOf(trade.side().sign()));
    BigDecimal after = position.add(signed);
    if (after.signum() < 0) {
      throw new IllegalStateException("a cash account does not sell short");
    }
    BigDecimal change = trade.cashChange();
    if (cash().add(change).signum() < 0) {
      throw new IllegalStateException("a cash account does not borrow");
    }
    LedgerTransaction transaction =
        new LedgerTransaction(
            List.of(
                new Entry(LedgerAccount.CASH, currency, change),
                new Entry(LedgerAccount.TRADES, currency, change.add(trade.fee()).negate()),
                new Entry(LedgerAccount.FEES, currency, trade.fee())));
    post(transaction);
    List<BigDecimal> next = new ArrayList<>(positions);
    next.set(trade.instrument(), after);
    positions = List.copyOf(next);
    return transaction;
  }

  /** Sets cash aside for a working order; zero for a sale. */
  public void reserve(OrderKey key, BigDecimal amount) {
    if (amount.signum() < 0 || amount.compareTo(available()) > 0) {
      throw new IllegalStateException("a reserve is between zero and what is available");
    }
    if (reserves.putIfAbsent(key, amount) != null) {
      throw new IllegalStateException("the order has a reserve already");
    }
    reserved = reserved.add(amount);
  }

  /** Gives back what was set aside for an order; nothing happens if nothing was. */
  public void release(OrderKey key) {
    BigDecimal amount = reserves.remove(key);
    if (amount != null) {
      reserved = reserves.isEmpty() ? BigDecimal.ZERO : reserved.subtract(amount);
    }
  }

  /** Returns what is set aside for one order; zero if nothing is. */
  public BigDecimal reservedFor(OrderKey key) {
    return reserves.getOrDefault(key, BigDecimal.ZERO);
  }

  /** Returns the money on hand. */
  public BigDecimal cash() {
    return balance(LedgerAccount.CASH);
  }

  /** Returns cash less what is set aside. */
  public BigDecimal available() {
    return reserves.isEmpty() ? cash() : cash().subtract(reserved);
  }

  /** Returns the fees paid so far. */
  public BigDecimal fees() {
    return balance(LedgerAccount.FEES);
  }

  /** Returns the quantity held of one instrument. */
  public BigDecimal position(int instrument) {
    return positions.get(instrument);
  }

  /** Returns the quantities held, by instrument. The same list until the next trade. */
  public List<BigDecimal> positions() {
    return positions;
  }

  /**
   * Returns the value of what is held: the sum of quantity x mark x multiplier.
   *
   * @param marks last close by instrument; read only where something is held
   */
  public BigDecimal positionValue(List<BigDecimal> marks) {
    BigDecimal value = BigDecimal.ZERO;
    for (int i = 0; i < positions.size(); i++) {
      BigDecimal quantity = positions.get(i);
      if (quantity.signum() != 0) {
        value =
            value.add(quantity.multiply(marks.get(i)).multiply(instruments.get(i).multiplier()));
      }
    }
    return value;
  }

  /** Returns the balance of one account. */
  public BigDecimal balance(LedgerAccount account) {
    BigDecimal balance = balances.get(account);
    if (balance == null) {
      throw new IllegalStateException("every account has a balance");
    }
    return balance;
  }

  /** Returns the sum of all balances: zero after every event. */
  public BigDecimal trialBalance() {
    return balances.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns the account currency. */
  public String currency() {
    return currency;
  }

  private void post(LedgerTransaction transaction) {
    for (Entry entry : transaction.entries()) {
      balances.merge(entry.account(), entry.amount(), BigDecimal::add);
    }
  }
}
