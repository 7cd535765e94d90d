import dev.glovebox.strategy.*;

public final class MoneyHiddenSize extends Strategy {
  private static final long UNIT = 1_000_000;

  @Override
  public void onBar(Context ctx, Bar bar) {
    long size = UNIT * 25;
    ctx.target(size);
  }
}
