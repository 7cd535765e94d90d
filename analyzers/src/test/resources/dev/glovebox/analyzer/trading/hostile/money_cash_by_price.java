import dev.glovebox.strategy.*;

public final class MoneyCashByPrice extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double quantity = ctx.cash() / bar.close();
    ctx.buy(quantity);
  }
}
