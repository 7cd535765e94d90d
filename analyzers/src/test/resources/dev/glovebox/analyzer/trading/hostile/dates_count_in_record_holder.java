import dev.glovebox.strategy.*;

public final class DatesCountInRecordHolder extends Strategy {
  private static final class Tally {
    private int bars;

    void count() {
      bars = bars + 1;
    }
  }

  private final Tally tally = new Tally();

  @Override
  public void onBar(Context ctx, Bar bar) {
    tally.count();
    if (tally.bars >= 2_500) {
      ctx.buy(5);
    }
  }
}
