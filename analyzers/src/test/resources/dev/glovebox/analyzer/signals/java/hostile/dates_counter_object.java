import dev.glovebox.strategy.*;

public final class DatesCounterObject extends Strategy {
  private static final class Counter {
    private long value;

    long next() {
      value += 1;
      return value;
    }
  }

  private final Counter counter = new Counter();

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (counter.next() > 900) {
      ctx.close();
    }
  }
}
