import dev.glovebox.strategy.*;

public final class ResourcesThreeLoops extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      for (int j = 0; j < 10_000; j++) {
        for (int k = 0; k < 1_000; k++) {
          sum += i * j - k;
        }
      }
    }
    ctx.log("sum " + sum);
  }
}
