import dev.glovebox.strategy.*;

public final class Limits extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.buy(1, new OrderOptions().limit(bar.close() * 0.99));
  }
}
