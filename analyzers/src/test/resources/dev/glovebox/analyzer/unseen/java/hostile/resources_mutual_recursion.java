import dev.glovebox.strategy.*;

public final class ResourcesMutualRecursion extends Strategy {
  private boolean even(int n) {
    return odd(n - 1);
  }

  private boolean odd(int n) {
    return even(n - 1);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (even((int) bar.volume())) {
      ctx.buy(1);
    }
  }
}
