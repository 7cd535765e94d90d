package dev.glovebox.worker.python;

import dev.glovebox.proto.worker.v1.AccountView;
import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.BarSet;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Fill;
import dev.glovebox.proto.worker.v1.OrderUpdate;
import dev.glovebox.proto.worker.v1.Side;
import org.graalvm.polyglot.Value;

/** Frames as plain numbers and text, in the order of the guest functions that take them. */
final class Arguments {
  private Arguments() {}

  /**
   * A bar whose close has more digits than this has is not sure to be its double's shortest text.
   */
  private static final long SHORT_MANTISSA = 1_000_000_000_000_000L;

  private static final int FIGURES = 15;
  private static final int STEP = 3;
  private static final int ACCOUNT = 3;
  private static final int FILL = 15;

  /** True if the short ways may take a bar with this close, as mantissa. */
  static boolean isShort(long close) {
    return close < SHORT_MANTISSA && close > -SHORT_MANTISSA;
  }

  private static void marked(Object[] arguments, int from, BarSet set, Bar bar, Value id) {
    AccountView account = set.getAccount();
    arguments[from] = account.getCash();
    arguments[from + 1] = account.getAvailable();
    arguments[from + 2] = account.getEquity();
    step(arguments, from + ACCOUNT, set, bar, id);
  }

  /**
   * Arguments of the driver's {@code filled}: position, fill, account, place, index and clock, bar.
   */
  static Object[] filled(BarSet set, Bar bar, Value id) {
    Object[] arguments = new Object[FILL + ACCOUNT + STEP + FIGURES];
    Decimal position = set.getAccount().getPositions(bar.getInstrument());
    Fill fill = set.getFills(0);
    arguments[0] = position.getMantissa();
    arguments[1] = position.getScale();
    arguments[2] = Doubles.nearest(position.getMantissa(), position.getScale());
    arguments[3] = fill.getOrderKey();
    arguments[4] = side(fill.getSide());
    arguments[5] = fill.getQuantity().getMantissa();
    arguments[6] = fill.getQuantity().getScale();
    arguments[7] = fill.getPrice().getMantissa();
    arguments[8] = fill.getPrice().getScale();
    arguments[9] = fill.getFee();
    arguments[10] = fill.getEffectiveTimeUs();
    arguments[11] = fill.getKnownTimeUs();
    arguments[12] = fill.getRemaining().getMantissa();
    arguments[13] = fill.getRemaining().getScale();
    arguments[14] = fill.getTag();
    marked(arguments, FILL, set, bar, id);
    return arguments;
  }

  private static void step(Object[] arguments, int from, BarSet set, Bar bar, Value id) {
    arguments[from] = bar.getInstrument();
    arguments[from + 1] = set.getBarIndex();
    arguments[from + 2] = bar.getCloseTimeUs();
    figures(arguments, from + STEP, bar, id);
  }

  /** Arguments of {@code Run.add_bar}: the place, then the bar. */
  static Object[] bar(Bar bar, Value id) {
    Object[] arguments = new Object[1 + FIGURES];
    arguments[0] = bar.getInstrument();
    figures(arguments, 1, bar, id);
    return arguments;
  }

  /** Doubles are made here, exactly rounded; the id is the guest's own text, made once. */
  private static void figures(Object[] arguments, int from, Bar bar, Value id) {
    int price = bar.getPriceScale();
    int at = from;
    arguments[at++] = id;
    arguments[at++] = bar.getOpenTimeUs();
    arguments[at++] = bar.getCloseTimeUs();
    arguments[at++] = Doubles.nearest(bar.getOpen(), price);
    arguments[at++] = Doubles.nearest(bar.getHigh(), price);
    arguments[at++] = Doubles.nearest(bar.getLow(), price);
    arguments[at++] = Doubles.nearest(bar.getClose(), price);
    arguments[at++] = Doubles.nearest(bar.getVolume(), bar.getVolumeScale());
    arguments[at++] = bar.getOpen();
    arguments[at++] = bar.getHigh();
    arguments[at++] = bar.getLow();
    arguments[at++] = bar.getClose();
    arguments[at++] = bar.getVolume();
    arguments[at++] = price;
    arguments[at] = bar.getVolumeScale();
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
