package dev.glovebox.worker.java;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glovebox.proto.worker.v1.AccountView;
import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Fill;
import dev.glovebox.proto.worker.v1.OrderUpdate;
import dev.glovebox.proto.worker.v1.Side;
import dev.glovebox.strategy.Order;
import dev.glovebox.strategy.OrderStatus;
import dev.glovebox.strategy.OrderType;
import dev.glovebox.strategy.guest.BarFigures;
import dev.glovebox.strategy.guest.Run;
import dev.glovebox.strategy.guest.RunFill;
import dev.glovebox.strategy.guest.RunOrder;
import dev.glovebox.worker.guest.SetReader;
import java.math.BigDecimal;
import java.util.Optional;

/** From the protocol's values to those of the run. */
final class Feed {
  private static final byte[] NO_WIRE = {};

  private final Run run;
  private AccountView account = AccountView.getDefaultInstance();
  private byte[] wire = NO_WIRE;

  Feed(Run run) {
    this.run = run;
  }

  /** Takes the account, if it is another than before. */
  void see(AccountView view) {
    wire = NO_WIRE;
    if (view.equals(account)) {
      return;
    }
    account = view;
    run.account(
        new BigDecimal(view.getCash()),
        new BigDecimal(view.getAvailable()),
        new BigDecimal(view.getEquity()));
    for (int i = 0; i < view.getPositionsCount(); i++) {
      run.position(i, decimal(view.getPositions(i)));
    }
  }

  /** Takes the account of a set of one bar; nearly every one is that of the set before. */
  void see(SetReader set) {
    if (set.accountIs(wire)) {
      return;
    }
    byte[] bytes = set.accountBytes();
    try {
      see(AccountView.parseFrom(bytes));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("an account that is none", e);
    }
    wire = bytes;
  }

  /** The bar of a set of one. */
  BarFigures bar(SetReader set) {
    return new BarFigures(
        run.idOf(set.instrument()),
        set.openTime(),
        set.closeTime(),
        new long[] {set.open(), set.high(), set.low(), set.close(), set.volume()},
        set.priceScale(),
        set.volumeScale());
  }

  BarFigures bar(Bar bar) {
    return new BarFigures(
        run.idOf(bar.getInstrument()),
        bar.getOpenTimeUs(),
        bar.getCloseTimeUs(),
        new long[] {bar.getOpen(), bar.getHigh(), bar.getLow(), bar.getClose(), bar.getVolume()},
        bar.getPriceScale(),
        bar.getVolumeScale());
  }

  RunFill fill(Fill fill) {
    return new RunFill(
        fill.getOrderKey(),
        run.idOf(fill.getInstrument()),
        side(fill.getSide()),
        new dev.glovebox.strategy.Fill.Exact(
            decimal(fill.getQuantity()),
            decimal(fill.getPrice()),
            new BigDecimal(fill.getFee()),
            decimal(fill.getRemaining())),
        fill.getEffectiveTimeUs(),
        fill.getKnownTimeUs(),
        fill.getTag());
  }

  RunOrder update(OrderUpdate update) {
    return new RunOrder(
        update.getOrderKey(),
        run.idOf(update.getInstrument()),
        side(update.getSide()),
        OrderType.valueOf(update.getType()),
        new Order.Exact(
            Optional.of(decimal(update.getQuantity())),
            decimal(update.getFilled()),
            Optional.empty(),
            Optional.empty()),
        OrderStatus.valueOf(update.getState()),
        update.getCode(),
        update.getTag());
  }

  private static dev.glovebox.strategy.Side side(Side side) {
    return side == Side.SIDE_SELL
        ? dev.glovebox.strategy.Side.SELL
        : dev.glovebox.strategy.Side.BUY;
  }

  static BigDecimal decimal(Decimal decimal) {
    return dev.glovebox.strategy.guest.Decimals.strip(
        BigDecimal.valueOf(decimal.getMantissa(), decimal.getScale()));
  }
}
