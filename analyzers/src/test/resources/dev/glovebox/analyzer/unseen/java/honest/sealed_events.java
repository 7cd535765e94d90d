import dev.glovebox.strategy.*;

public final class SealedEvents extends Strategy {
  private sealed interface Event permits Up, Down, Flat {}

  private record Up(double by) implements Event {}

  private record Down(double by) implements Event {}

  private record Flat() implements Event {}

  private static Event event(Bar bar) {
    double by = bar.close() - bar.open();
    return by > 0 ? new Up(by) : by < 0 ? new Down(-by) : new Flat();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    switch (event(bar)) {
      case Up(double by) when by > 1 -> ctx.buy(2);
      case Up up -> ctx.buy(1);
      case Down down -> ctx.close();
      case Flat flat -> ctx.log("flat");
    }
  }
}
