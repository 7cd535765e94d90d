package dev.glovebox.strategy;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The strategy's view of its own run. Read only; figures are doubles, {@link #exact} has decimals.
 *
 * <p>Position and cash change only by fills, and a fill is known at the close of the next bar:
 * never inside the hook that ordered. Without an instrument every call means the run's only one; in
 * a run with several that throws, and says how to name one.
 *
 * <p>Order calls return the order's id, or nothing if nothing was sent. A {@code double} quantity
 * is rounded toward zero to the lot; a {@code long} or {@link BigDecimal} must lie on it. What is
 * no quantity (NaN) is denied INTENT_INVALID, and the run goes on.
 */
public interface Context {

  /** Close time of the newest bar, UTC. The only clock there is. */
  OffsetDateTime now();

  /** 0-based index of the newest bar in the input; -1 before the first. */
  int barIndex();

  /** True during the first {@code warmupBars()} bars: orders are denied then. */
  boolean warmingUp();

  /** Id of the run's instrument; IllegalArgumentException with several. */
  String instrument();

  /** Ids of all instruments of the run. */
  List<String> instruments();

  /** The parameters in force, by name, in order of declaration. */
  Map<String, Object> params();

  /** Signed quantity held; 0.0 when flat, negative when short. */
  double position();

  /** Cash of the run in account currency. */
  double cash();

  /** Cash that is not reserved by working orders. */
  double available();

  /** Cash plus positions at their last close. */
  double equity();

  /** Position (of a run with one instrument), cash, available and equity as exact decimals. */
  Exact exact();

  /** Signed quantity held in an instrument; IllegalArgumentException for an unknown id. */
  double positionOf(String instrument);

  /** The newest closed bar; IllegalStateException before the first. */
  Bar bar();

  /** The newest closed bar of an instrument. */
  Bar bar(String instrument);

  /**
   * Returns the newest {@code n} closed bars, oldest first, the current one last; fewer if there
   * were fewer. IllegalArgumentException beyond 10,000.
   */
  List<Bar> history(int n);

  /** Returns the newest {@code n} closed bars of an instrument. */
  List<Bar> history(int n, String instrument);

  /** Returns the closes of {@code history(n)}. */
  double[] closes(int n);

  /** Returns the closes of {@code history(n, instrument)}. */
  double[] closes(int n, String instrument);

  /** The run's working orders, oldest first. */
  List<Order> orders();

  /** The working orders of the run's instrument, oldest first. */
  List<Order> working();

  /** The working orders of an instrument, oldest first. */
  List<Order> working(String instrument);

  /**
   * Returns the largest quantity that available cash can buy at the last close. It leaves room for
   * the fee and the reserve buffer and is a multiple of the lot.
   */
  double maxQuantity();

  /** Returns the largest quantity of an instrument that available cash can buy. */
  double maxQuantity(String instrument);

  /**
   * Returns {@code notional} / last close, toward zero to the lot, at most {@link #maxQuantity()}.
   */
  double sizeFor(double notional);

  /** Returns {@code notional} / last close of an instrument, as {@link #sizeFor(double)}. */
  double sizeFor(double notional, String instrument);

  /** Returns {@code price} on the instrument's tick, at or below it. */
  double roundPrice(double price);

  /** Returns {@code price} on the instrument's tick. */
  double roundPrice(double price, Rounding direction);

  /** Returns {@code price} on an instrument's tick. */
  double roundPrice(double price, Rounding direction, String instrument);

  /** A generator seeded with the run's seed: the same numbers in every run. */
  Random random();

  /** Writes a line to the run's log. A line is cut at 4 KiB; 1 MiB per run. */
  void log(String text);

  /** Orders to buy at the market. */
  Optional<String> buy(double quantity);

  /** Orders to buy at the market; on the lot exactly. */
  Optional<String> buy(long quantity);

  /** Orders to buy at the market; on the lot exactly. */
  Optional<String> buy(BigDecimal quantity);

  /** Orders to buy. */
  Optional<String> buy(double quantity, OrderOptions options);

  /** Orders to buy; on the lot exactly. */
  Optional<String> buy(long quantity, OrderOptions options);

  /** Orders to buy; on the lot exactly. */
  Optional<String> buy(BigDecimal quantity, OrderOptions options);

  /** Orders to sell at the market. */
  Optional<String> sell(double quantity);

  /** Orders to sell at the market; on the lot exactly. */
  Optional<String> sell(long quantity);

  /** Orders to sell at the market; on the lot exactly. */
  Optional<String> sell(BigDecimal quantity);

  /** Orders to sell. */
  Optional<String> sell(double quantity, OrderOptions options);

  /** Orders to sell; on the lot exactly. */
  Optional<String> sell(long quantity, OrderOptions options);

  /** Orders to sell; on the lot exactly. */
  Optional<String> sell(BigDecimal quantity, OrderOptions options);

  /**
   * Flattens the instrument; empty if there is nothing to close. Counts working MARKET orders, so
   * calling it twice does not sell twice.
   */
  Optional<String> close();

  /** Flattens an instrument. */
  Optional<String> close(String instrument);

  /** Flattens the instrument. */
  Optional<String> close(OrderOptions options);

  /**
   * Orders what takes the position to {@code quantity}, which is signed; empty if it is there.
   * Counts working MARKET orders, so calling it twice never doubles.
   */
  Optional<String> target(double quantity);

  /** Orders what takes the position to {@code quantity}; on the lot exactly. */
  Optional<String> target(long quantity);

  /** Orders what takes the position to {@code quantity}; on the lot exactly. */
  Optional<String> target(BigDecimal quantity);

  /** Orders what takes the position to {@code quantity}. */
  Optional<String> target(double quantity, OrderOptions options);

  /** Orders what takes the position to {@code quantity}; on the lot exactly. */
  Optional<String> target(long quantity, OrderOptions options);

  /** Orders what takes the position to {@code quantity}; on the lot exactly. */
  Optional<String> target(BigDecimal quantity, OrderOptions options);

  /**
   * Orders what takes the position to {@code percent} x equity / last close; 1.0 is all equity.
   * Exact, toward zero to the lot; empty if it is there. Counts working MARKET orders.
   */
  Optional<String> targetPercent(double percent);

  /** Orders what takes the position to {@code percent} x equity / last close. */
  Optional<String> targetPercent(double percent, OrderOptions options);

  /** Orders an entry with a target and a stop. Not traded yet: denied ORDER_TYPE_UNSUPPORTED. */
  Optional<String> bracket(Side side, double quantity, double target, double stop);

  /** Orders an entry, at {@code options.limit} if that is set, with a target and a stop. */
  Optional<String> bracket(
      Side side, double quantity, double target, double stop, OrderOptions options);

  /** Changes quantity, limit or stop of a working order. Not traded yet: denied. */
  Optional<String> modify(String orderId, double quantity, OrderOptions changes);

  /** Changes limit or stop of a working order. Not traded yet: denied ORDER_TYPE_UNSUPPORTED. */
  Optional<String> modify(String orderId, OrderOptions changes);

  /** Cancels a working order. Not traded yet: denied ORDER_TYPE_UNSUPPORTED. */
  Optional<String> cancel(String orderId);

  /**
   * The account as exact decimals, without trailing zeros.
   *
   * @param position of a run with one instrument, else empty
   */
  record Exact(
      Optional<BigDecimal> position, BigDecimal cash, BigDecimal available, BigDecimal equity) {}
}
