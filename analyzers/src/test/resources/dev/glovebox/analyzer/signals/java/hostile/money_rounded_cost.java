import dev.glovebox.strategy.*;

public final class MoneyRoundedCost extends Strategy {
  private double spent;

  @Override
  public void onFill(Context ctx, Fill fill) {
    spent += Math.round(fill.price() * fill.quantity() * 100) / 100.0;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (spent < 10_000) {
      ctx.buy(1);
    }
  }
}
