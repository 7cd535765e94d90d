import dev.glovebox.strategy.*;

public final class Machines extends Strategy {
  private final Machine machine = new Machine();

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (machine.next(bar.close())) {
      ctx.target(run(bar));
    }
  }

  private int run(Bar bar) {
    return bar.volume() > 0 ? 1 : 0;
  }

  private static final class Machine {
    private double last;

    boolean next(double value) {
      boolean up = value > last;
      last = value;
      return up;
    }

    void onData(double value) {
      last = value;
    }
  }
}
