import dev.glovebox.strategy.*;

public final class ResourcesRecursion extends Strategy {
  private double deeper(double x) {
    return deeper(x + 1) + 1;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log("at " + deeper(bar.close()));
  }
}
