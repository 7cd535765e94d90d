import dev.glovebox.strategy.*;

public final class DeterminismBoxed extends Strategy {
  private Double last = 0.0;

  @Override
  public void onBar(Context ctx, Bar bar) {
    Double now = bar.close();
    if (now == last) {
      ctx.buy(1);
    }
    last = now;
  }
}
