import dev.glovebox.strategy.*;

public final class MoneyDividedCash extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ctx.position() == 0) {
      ctx.buy(ctx.cash() / bar.close());
    }
  }
}
