import dev.glovebox.strategy.*;

public final class MoneySizeFor extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double amount = ctx.equity() * 0.2;
    ctx.buy(ctx.sizeFor(amount));
  }
}
