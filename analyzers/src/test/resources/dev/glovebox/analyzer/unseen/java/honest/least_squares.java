import dev.glovebox.strategy.*;

public final class LeastSquares extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double[] closes = ctx.closes(30);
    if (closes.length < 30) {
      return;
    }
    double sx = 0;
    double sy = 0;
    double sxy = 0;
    double sxx = 0;
    for (int i = 0; i < closes.length; i++) {
      sx += i;
      sy += closes[i];
      sxy += i * closes[i];
      sxx += (double) i * i;
    }
    double slope = (closes.length * sxy - sx * sy) / (closes.length * sxx - sx * sx);
    ctx.target(slope > 0 ? 2 : 0);
  }
}
