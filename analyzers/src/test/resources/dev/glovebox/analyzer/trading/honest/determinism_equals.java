import dev.glovebox.strategy.*;

public final class DeterminismEquals extends Strategy {
  private String last = "";

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (!last.equals(bar.instrument())) {
      last = bar.instrument();
      ctx.log("now " + last);
    }
    if (bar.volume() == 0) {
      return;
    }
    ctx.buy(1);
  }
}
