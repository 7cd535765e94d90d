package dev.glovebox.host.run;

import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.SetFrame;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Long or flat by the cross of two moving averages, in exact arithmetic: a cross is judged against
 * the last non-zero difference.
 */
public final class SmaCross implements BiConsumer<SetFrame, ScriptedSession.Orders> {
  private final int fast;
  private final int slow;
  private final String size;
  private final List<BigDecimal> closes = new ArrayList<>();
  private BigDecimal fastSum = BigDecimal.ZERO;
  private BigDecimal slowSum = BigDecimal.ZERO;
  private int lastSign;

  /** Averages over {@code fast} and {@code slow} closes. */
  public SmaCross(int fast, int slow, String size) {
    this.fast = fast;
    this.slow = slow;
    this.size = size;
  }

  @Override
  public void accept(SetFrame set, ScriptedSession.Orders orders) {
    SetFrame.BarValues bar = set.bars().getFirst();
    int cross = cross(BigDecimal.valueOf(bar.close(), bar.priceScale()));
    BigDecimal position = set.account().positions().getFirst();
    if (cross > 0 && position.signum() == 0) {
      orders.market(OrderSide.BUY, size);
    } else if (cross < 0 && position.signum() > 0) {
      orders.market(OrderSide.SELL, position.toPlainString());
    }
  }

  private int cross(BigDecimal close) {
    closes.add(close);
    int count = closes.size();
    fastSum = fastSum.add(close);
    slowSum = slowSum.add(close);
    if (count > fast) {
      fastSum = fastSum.subtract(closes.get(count - 1 - fast));
    }
    if (count > slow) {
      slowSum = slowSum.subtract(closes.get(count - 1 - slow));
    }
    if (count < slow) {
      return 0;
    }
    int sign =
        fastSum
            .multiply(BigDecimal.valueOf(slow))
            .compareTo(slowSum.multiply(BigDecimal.valueOf(fast)));
    int cross = sign != 0 && lastSign != 0 && sign != lastSign ? sign : 0;
    lastSign = sign == 0 ? lastSign : sign;
    return cross;
  }
}
