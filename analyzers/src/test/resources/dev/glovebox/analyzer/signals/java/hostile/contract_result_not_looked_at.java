import dev.glovebox.strategy.*;
import dev.glovebox.strategy.bars.Fold;

public final class Blind extends Strategy {
  private final Fold week = new Fold("1w");

  @Override
  public void onBar(Context ctx, Bar bar) {
    Bar closed = week.update(bar).get();
    if (closed.close() > closed.open()) {
      ctx.target(1);
    }
  }
}
