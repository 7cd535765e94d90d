import dev.glovebox.strategy.*;

public final class MoneySizeFor extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ctx.position() == 0) {
      ctx.buy(ctx.sizeFor(ctx.equity() / 4));
    }
  }
}
