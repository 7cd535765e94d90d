import dev.glovebox.strategy.*;

public final class KalmanByHand extends Strategy {
  private double estimate = Double.NaN;
  private double error = 1;
  private final double noise;

  public KalmanByHand(@Default("0.01") double noise) {
    this.noise = noise;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (Double.isNaN(estimate)) {
      estimate = bar.close();
    }
    error += noise;
    double gain = error / (error + 0.5);
    estimate += gain * (bar.close() - estimate);
    error *= 1 - gain;
    ctx.target(bar.close() > estimate ? 3 : 0);
  }
}
