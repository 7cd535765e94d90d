import dev.glovebox.strategy.*;

public final class Overloads extends Strategy {
  private double sum;

  @Override
  public void onBar(Context ctx, Bar bar) {
    onBar(bar);
    if (sum > 1000) {
      ctx.target(0);
    }
  }

  private void onBar(Bar bar) {
    sum += bar.close();
  }
}
