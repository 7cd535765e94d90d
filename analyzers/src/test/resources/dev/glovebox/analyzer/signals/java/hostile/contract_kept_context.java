import dev.glovebox.strategy.*;

public final class Kept extends Strategy {
  private Context ctx;

  @Override
  public void onStart(Context ctx) {
    this.ctx = ctx;
  }

  @Override
  public void onBar(Context given, Bar bar) {
    order();
  }

  private void order() {
    ctx.buy(1);
  }
}
