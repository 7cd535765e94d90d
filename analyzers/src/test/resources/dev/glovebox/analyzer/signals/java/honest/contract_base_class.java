import dev.glovebox.strategy.*;

public final class Rising extends Steady {
  public Rising(@Default("3") int bars) {
    super(bars);
  }

  @Override
  boolean wants(Bar bar) {
    return bar.close() > bar.open();
  }
}

abstract class Steady extends Strategy {
  private final int bars;
  private int seen;

  Steady(int bars) {
    this.bars = bars;
  }

  abstract boolean wants(Bar bar);

  @Override
  public void onBar(Context ctx, Bar bar) {
    seen = wants(bar) ? seen + 1 : 0;
    if (seen >= bars && ctx.position() == 0) {
      ctx.buy(1);
    } else if (seen == 0 && ctx.position() > 0) {
      ctx.close();
    }
  }
}
