package dev.glovebox.strategy.guest;

import dev.glovebox.strategy.Fill;
import dev.glovebox.strategy.Side;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A fill, as the worker was told of it. */
public record RunFill(
    String orderId,
    String instrument,
    Side side,
    Exact exact,
    long effectiveMicros,
    long knownMicros,
    String tag)
    implements Fill {

  @Override
  public double quantity() {
    return Decimals.nearest(exact.quantity());
  }

  @Override
  public double price() {
    return Decimals.nearest(exact.price());
  }

  @Override
  public double fee() {
    return Decimals.nearest(exact.fee());
  }

  @Override
  public double remaining() {
    return Decimals.nearest(exact.remaining());
  }

  @Override
  public OffsetDateTime effectiveTime() {
    return BarFigures.moment(effectiveMicros);
  }

  @Override
  public OffsetDateTime knownTime() {
    return BarFigures.moment(knownMicros);
  }

  // Of nothing whose hash is another in the next process, as an enum's is.
  @Override
  public int hashCode() {
    return 31 * orderId.hashCode() + Long.hashCode(knownMicros);
  }

  @Override
  public String toString() {
    return "Fill(orderId=%s, instrument=%s, side=%s, quantity=%s, price=%s, fee=%s)"
        .formatted(orderId, instrument, side, quantity(), price(), fee());
  }

  /** True if the order is filled. */
  boolean isLast() {
    return exact.remaining().signum() == 0;
  }

  /** The quantity, for the working order. */
  BigDecimal filled() {
    return exact.quantity();
  }
}
