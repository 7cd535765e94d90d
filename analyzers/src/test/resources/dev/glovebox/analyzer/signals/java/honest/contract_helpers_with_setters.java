import dev.glovebox.strategy.*;

public final class Setters extends Strategy {
  private final Levels levels = new Levels();

  public Setters(@Default("0.05") double stop) {
    levels.setStop(stop);
  }

  @Override
  public void onFill(Context ctx, Fill fill) {
    levels.onFill(fill);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ctx.position() == 0) {
      ctx.buy(1);
    } else if (bar.low() < levels.stop()) {
      ctx.close();
    }
  }
}

final class Levels {
  private double share;
  private double entry;

  void setStop(double stop) {
    share = stop;
  }

  void onFill(Fill fill) {
    entry = fill.price();
  }

  double stop() {
    return entry * (1 - share);
  }
}
