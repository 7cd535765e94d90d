package dev.glovebox.jail;

import java.math.BigDecimal;
import java.util.List;

/**
 * One bar set with what became known by its close, as plain values.
 *
 * @param barIndex 0-based in the input
 * @param fills delivered to {@code on_fill}, before {@code on_bar}
 * @param orderUpdates delivered to {@code on_order}, after {@code on_fill}
 */
public record SetFrame(
    int barIndex,
    List<BarValues> bars,
    List<FillNotice> fills,
    List<OrderNotice> orderUpdates,
    AccountView account) {

  /**
   * One closed bar. Prices are mantissa x 10^-priceScale; times are epoch microseconds, UTC.
   *
   * @param instrument index into {@link StartOrder#instruments}
   */
  public record BarValues(
      int instrument,
      long openTimeMicros,
      long closeTimeMicros,
      long open,
      long high,
      long low,
      long close,
      long volume,
      int priceScale,
      int volumeScale) {}

  /** A fill that became known with this set. */
  public record FillNotice(
      String orderKey,
      int instrument,
      OrderSide side,
      BigDecimal quantity,
      BigDecimal price,
      String fee,
      long effectiveTimeMicros,
      long knownTimeMicros,
      BigDecimal remaining,
      String tag) {}

  /** An order that was denied, rejected, cancelled or expired. */
  public record OrderNotice(
      String orderKey,
      int instrument,
      OrderSide side,
      String type,
      String state,
      String code,
      BigDecimal quantity,
      BigDecimal filled,
      String tag) {}

  /** The run's own sub-ledger; cash figures as canonical text, positions by instrument index. */
  public record AccountView(
      String cash, String available, String equity, List<BigDecimal> positions) {}
}
