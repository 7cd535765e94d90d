import dev.glovebox.strategy.*;

public final class ResourcesEndlessFor extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    for (int i = 0; i >= 0; i = i + 0) {
      if (bar.volume() < 0) {
        ctx.buy(1);
      }
    }
  }
}
