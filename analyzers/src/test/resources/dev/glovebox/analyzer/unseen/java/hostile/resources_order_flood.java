import dev.glovebox.strategy.*;

public final class ResourcesOrderFlood extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    for (int i = 0; i < 50_000; i++) {
      ctx.buy(1);
    }
  }
}
