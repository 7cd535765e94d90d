import dev.glovebox.strategy.*;

public final class Plain {
  public void onBar(Context ctx, Bar bar) {
    ctx.buy(1);
  }
}
