import dev.glovebox.strategy.*;

public final class Long extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.buy(1);
  }
}

final class Flat extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.close();
  }
}
