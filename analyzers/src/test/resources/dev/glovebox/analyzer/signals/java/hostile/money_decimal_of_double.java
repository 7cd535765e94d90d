import dev.glovebox.strategy.*;
import java.math.BigDecimal;

public final class MoneyDecimalOfDouble extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    BigDecimal limit = new BigDecimal(bar.close() * 1.01);
    if (bar.exact().open().compareTo(limit) > 0) {
      ctx.buy(1);
    }
  }
}
