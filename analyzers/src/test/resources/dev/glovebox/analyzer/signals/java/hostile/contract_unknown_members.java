import dev.glovebox.strategy.*;

public final class Unknown extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.price() > 100 && ctx.getPosition() == 0) {
      ctx.buy(1);
    }
  }
}
