package dev.glovebox.worker.python;

import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.Fill;
import dev.glovebox.proto.worker.v1.OrderUpdate;
import dev.glovebox.proto.worker.v1.Side;

/** Frames as plain numbers and text, in the order of the guest functions that take them. */
final class Arguments {
  private Arguments() {}

  /** Arguments of the driver's {@code step}: index and clock, then the bar. */
  static Object[] step(int index, long now, Bar bar) {
    Object[] figures = bar(bar);
    Object[] arguments = new Object[figures.length + 2];
    arguments[0] = index;
    arguments[1] = now;
    System.arraycopy(figures, 0, arguments, 2, figures.length);
    return arguments;
  }

  /** Arguments of {@code Run.add_bar}: doubles are made here, exactly rounded. */
  static Object[] bar(Bar bar) {
    int price = bar.getPriceScale();
    return new Object[] {
      bar.getInstrument(),
      bar.getOpenTimeUs(),
      bar.getCloseTimeUs(),
      Doubles.nearest(bar.getOpen(), price),
      Doubles.nearest(bar.getHigh(), price),
      Doubles.nearest(bar.getLow(), price),
      Doubles.nearest(bar.getClose(), price),
      Doubles.nearest(bar.getVolume(), bar.getVolumeScale()),
      bar.getOpen(),
      bar.getHigh(),
      bar.getLow(),
      bar.getClose(),
      bar.getVolume(),
      price,
      bar.getVolumeScale()
    };
  }

  /** Arguments of {@code Run.add_fill}. */
  static Object[] fill(Fill fill) {
    return new Object[] {
      fill.getOrderKey(),
      fill.getInstrument(),
      side(fill.getSide()),
      fill.getQuantity().getMantissa(),
      fill.getQuantity().getScale(),
      fill.getPrice().getMantissa(),
      fill.getPrice().getScale(),
      fill.getFee(),
      fill.getEffectiveTimeUs(),
      fill.getKnownTimeUs(),
      fill.getRemaining().getMantissa(),
      fill.getRemaining().getScale(),
      fill.getTag()
    };
  }

  /** Arguments of {@code Run.add_update}. */
  static Object[] update(OrderUpdate update) {
    return new Object[] {
      update.getOrderKey(),
      update.getInstrument(),
      side(update.getSide()),
      update.getType(),
      update.getState(),
      update.getCode(),
      update.getQuantity().getMantissa(),
      update.getQuantity().getScale(),
      update.getFilled().getMantissa(),
      update.getFilled().getScale(),
      update.getTag()
    };
  }

  private static String side(Side side) {
    return side == Side.SIDE_SELL ? "SELL" : "BUY";
  }
}
