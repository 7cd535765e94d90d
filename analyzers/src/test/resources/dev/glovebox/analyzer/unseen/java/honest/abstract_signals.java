import dev.glovebox.strategy.*;

public final class AbstractSignals extends Strategy {
  private abstract static class Signal {
    abstract double strength(Bar bar);

    final boolean strong(Bar bar) {
      return strength(bar) > 0.5;
    }
  }

  private static final class Body extends Signal {
    @Override
    double strength(Bar bar) {
      double range = bar.high() - bar.low();
      return range > 0 ? (bar.close() - bar.open()) / range : 0;
    }
  }

  private final Signal signal = new Body();

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (signal.strong(bar)) {
      ctx.buy(1);
    }
  }
}
