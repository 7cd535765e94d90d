// kind: String.format with and without a locale
// answer: 0.667 42 s ff 1,234,567 1.234568e+04     99.5%

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.Locale;

public final class FormatNumbers extends Strategy {
  public String answer() {
    return String.format("%.3f %d %s %x %,d", 2.0 / 3, 42, "s", 255, 1234567)
        + String.format(Locale.ROOT, " %e %8.1f%%", 12345.678, 99.5);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
