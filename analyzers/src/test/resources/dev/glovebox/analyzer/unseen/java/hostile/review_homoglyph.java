import dev.glovebox.strategy.*;

public final class ReviewHomoglyph extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double сlose = 1e9;
    if (bar.close() < сlose) {
      ctx.buy(1);
    }
  }
}
