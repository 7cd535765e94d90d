package dev.glovebox.host.run;

import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Side;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.SetFrame.AccountView;
import dev.glovebox.jail.SetFrame.BarValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Turns what the run knows into the plain values that a worker may see. Not thread-safe. */
final class Frames {
  /** Texts of the account are made again only when the figure changed. */
  private BigDecimal last = BigDecimal.ZERO;

  private String lastText = "0";

  SetFrame frame(Cycle cycle) {
    return new SetFrame(
        cycle.set.index(), bars(cycle), cycle.fillNotices, cycle.orderNotices, account(cycle));
  }

  static OrderSide side(Side side) {
    return switch (side) {
      case BUY -> OrderSide.BUY;
      case SELL -> OrderSide.SELL;
    };
  }

  private AccountView account(Cycle cycle) {
    MarkedAccount account = cycle.account;
    return new AccountView(
        text(account.cash()),
        text(account.available()),
        text(account.equity()),
        account.positions());
  }

  /** Returns the canonical text; cash, available and equity are often one and the same. */
  private String text(BigDecimal value) {
    if (value.compareTo(last) != 0) {
      last = value;
      lastText = Decimals.text(value);
    }
    return lastText;
  }

  private static List<BarValues> bars(Cycle cycle) {
    List<Bar> bars = cycle.set.bars();
    if (bars.size() == 1) {
      return List.of(values(bars.getFirst()));
    }
    List<BarValues> values = new ArrayList<>(bars.size());
    for (Bar bar : bars) {
      values.add(values(bar));
    }
    return values;
  }

  private static BarValues values(Bar bar) {
    int scale =
        Math.max(
            Math.max(0, Math.max(bar.open().scale(), bar.high().scale())),
            Math.max(bar.low().scale(), bar.close().scale()));
    int volumeScale = Math.max(0, bar.volume().scale());
    try {
      return new BarValues(
          bar.instrument(),
          bar.openTimeMicros(),
          bar.closeTimeMicros(),
          mantissa(bar.open(), scale),
          mantissa(bar.high(), scale),
          mantissa(bar.low(), scale),
          mantissa(bar.close(), scale),
          mantissa(bar.volume(), volumeScale),
          scale,
          volumeScale);
    } catch (ArithmeticException e) {
      throw new Refusal(
          Code.SERIES_INVALID, "the prices of bar " + bar.index() + " span more than 18 digits");
    }
  }

  private static long mantissa(BigDecimal value, int scale) {
    return value.scaleByPowerOfTen(scale).longValueExact();
  }
}
