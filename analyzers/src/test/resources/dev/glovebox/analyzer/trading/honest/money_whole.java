import dev.glovebox.strategy.*;

public final class MoneyWhole extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    long shares = (long) Math.floor(ctx.cash() * 0.5 / bar.close());
    if (shares > 0) {
      ctx.buy(shares);
    }
  }
}
