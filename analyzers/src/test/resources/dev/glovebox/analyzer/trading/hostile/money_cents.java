import dev.glovebox.strategy.*;

public final class MoneyCents extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double paid = Math.round(bar.close() * 100) / 100.0;
    if (paid * 10 < ctx.cash()) {
      ctx.buy(10);
    }
  }
}
