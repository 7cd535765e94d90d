import dev.glovebox.strategy.*;

public final class Quiet extends Strategy {
  @Override
  public void onStart(Context context) {
    // Nothing to prepare.
  }

  @Override
  public void onBar(Context context, Bar candle) {
    if (context.barIndex() == 0) {
      context.buy(context.maxQuantity());
    }
  }
}
