package dev.glovebox.strategy.guest;

import dev.glovebox.strategy.Order;
import dev.glovebox.strategy.OrderStatus;
import dev.glovebox.strategy.OrderType;
import dev.glovebox.strategy.Side;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** An order as last heard of. */
public record RunOrder(
    String id,
    String instrument,
    Side side,
    OrderType type,
    Exact exact,
    OrderStatus status,
    String code,
    String tag)
    implements Order {

  @Override
  public double quantity() {
    return exact.quantity().map(Decimals::nearest).orElse(Double.NaN);
  }

  @Override
  public double filled() {
    return Decimals.nearest(exact.filled());
  }

  @Override
  public OptionalDouble limit() {
    return price(exact.limit());
  }

  @Override
  public OptionalDouble stop() {
    return price(exact.stop());
  }

  private static OptionalDouble price(Optional<BigDecimal> exact) {
    return exact.isPresent()
        ? OptionalDouble.of(Decimals.nearest(exact.get()))
        : OptionalDouble.empty();
  }

  boolean isWorkingMarket() {
    return type == OrderType.MARKET && exact.quantity().isPresent();
  }

  /** What is still open, positive to buy. */
  BigDecimal signedRest() {
    BigDecimal rest = exact.quantity().orElse(BigDecimal.ZERO).subtract(exact.filled());
    return side == Side.BUY ? rest : rest.negate();
  }

  /** The same order with one more fill. */
  RunOrder with(RunFill fill) {
    Exact more =
        new Exact(
            exact.quantity(),
            Decimals.strip(exact.filled().add(fill.filled())),
            exact.limit(),
            exact.stop());
    return new RunOrder(id, instrument, side, type, more, OrderStatus.PARTIALLY_FILLED, code, tag);
  }

  // Of nothing whose hash is another in the next process, as an enum's is.
  @Override
  public int hashCode() {
    return 31 * id.hashCode() + status.name().hashCode();
  }

  @Override
  public String toString() {
    return "Order(id=%s, instrument=%s, side=%s, type=%s, quantity=%s, status=%s, code=%s)"
        .formatted(id, instrument, side, type, quantity(), status, code);
  }
}
