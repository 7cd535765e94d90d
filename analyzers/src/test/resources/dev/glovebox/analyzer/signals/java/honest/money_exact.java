import dev.glovebox.strategy.*;
import java.math.BigDecimal;
import java.math.RoundingMode;

public final class MoneyExact extends Strategy {
  private BigDecimal spent = BigDecimal.ZERO;

  @Override
  public void onFill(Context ctx, Fill fill) {
    spent = spent.add(fill.exact().price().multiply(fill.exact().quantity()));
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    BigDecimal quantity =
        ctx.exact().cash().divide(bar.exact().close().multiply(BigDecimal.TEN), 0, RoundingMode.DOWN);
    if (quantity.signum() > 0 && spent.compareTo(new BigDecimal("50000")) < 0) {
      ctx.buy(quantity);
    }
  }
}
