import dev.glovebox.strategy.*;
import java.math.BigDecimal;

public final class MoneyDecimal extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    BigDecimal cost = new BigDecimal(bar.close()).multiply(BigDecimal.TEN);
    if (cost.compareTo(ctx.exact().cash()) < 0) {
      ctx.buy(10);
    }
  }
}
