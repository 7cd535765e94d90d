import dev.glovebox.strategy.*;

public final class DeterminismTexts extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    String id = bar.instrument().substring(0, 2);
    if (id == "BT") {
      ctx.buy(1);
    }
  }
}
