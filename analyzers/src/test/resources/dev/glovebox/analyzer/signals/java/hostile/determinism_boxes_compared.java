import dev.glovebox.strategy.*;

public final class DeterminismBoxesCompared extends Strategy {
  private Integer level = 0;
  private Integer previous = 0;

  @Override
  public void onBar(Context ctx, Bar bar) {
    previous = level;
    level = (int) bar.close();
    if (level == previous) {
      ctx.buy(1);
    }
  }
}
