import dev.glovebox.strategy.*;

public final class DeterminismStringsCompared extends Strategy {
  private String last = "";

  @Override
  public void onFill(Context ctx, Fill fill) {
    if (fill.tag() == "dip") {
      last = fill.instrument();
    }
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.instrument() != last) {
      ctx.buy(1, new OrderOptions().tag("dip"));
    }
  }
}
