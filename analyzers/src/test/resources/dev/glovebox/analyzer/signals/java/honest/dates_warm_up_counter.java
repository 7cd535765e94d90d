import dev.glovebox.strategy.*;

public final class DatesWarmUpCounter extends Strategy {
  private int seen;
  private double mean;

  public DatesWarmUpCounter(@Default("50") int length) {
    this.length = length;
  }

  private final int length;

  @Override
  public void onBar(Context ctx, Bar bar) {
    seen++;
    mean += (bar.close() - mean) / Math.min(seen, length);
    if (seen < length) {
      return;
    }
    ctx.target(bar.close() > mean ? 5 : 0);
  }
}
