// kind: record with a compact constructor, a factory and a method
// answer: 4.0 true low above high

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class RecordCompact extends Strategy {
  record Range(double low, double high) {
    Range {
      if (low > high) {
        throw new IllegalArgumentException("low above high");
      }
    }
    static Range around(double middle, double half) { return new Range(middle - half, middle + half); }
    double width() { return high - low; }
    boolean contains(double x) { return x >= low && x <= high; }
  }
  public String answer() {
    String failed = "";
    try {
      new Range(2, 1);
    } catch (IllegalArgumentException e) {
      failed = e.getMessage();
    }
    return Range.around(10, 2).width() + " " + Range.around(1, 1).contains(2) + " " + failed;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
