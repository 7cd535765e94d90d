import dev.glovebox.strategy.*;
import java.math.BigDecimal;
import java.math.RoundingMode;

public final class MoneyExact extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    BigDecimal cost = bar.exact().close().multiply(new BigDecimal("10.5"));
    if (cost.setScale(2, RoundingMode.HALF_UP).compareTo(ctx.exact().cash()) < 0) {
      ctx.buy(10);
    }
  }
}
