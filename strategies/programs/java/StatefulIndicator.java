// kind: an ordinary indicator written by hand
// answer: 87.0394

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class StatefulIndicator extends Strategy {
  static final class Rsi {
    private final int length;
    private double gain;
    private double loss;
    private double last = Double.NaN;
    private int count;
    Rsi(int length) { this.length = length; }
    double update(double price) {
      if (!Double.isNaN(last)) {
        double change = price - last;
        gain += (Math.max(change, 0) - gain) / length;
        loss += (Math.max(-change, 0) - loss) / length;
        count++;
      }
      last = price;
      return count < length ? Double.NaN : 100 - 100 / (1 + gain / Math.max(loss, 1e-12));
    }
  }
  public String answer() {
    Rsi rsi = new Rsi(3);
    double value = Double.NaN;
    for (double price : new double[] {10, 11, 10.5, 12, 11.75, 13}) {
      value = rsi.update(price);
    }
    return String.format("%.4f", value);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
