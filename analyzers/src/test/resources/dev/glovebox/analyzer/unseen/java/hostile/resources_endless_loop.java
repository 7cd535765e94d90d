import dev.glovebox.strategy.*;

public final class ResourcesEndlessLoop extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double x = bar.close();
    while (true) {
      x = Math.sqrt(x) + 1;
      if (Double.isNaN(x)) {
        ctx.log("nan");
      }
    }
  }
}
