import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Default;
import dev.glovebox.strategy.OrderOptions;
import dev.glovebox.strategy.Strategy;
import dev.glovebox.strategy.indicators.EMA;

/** Waits for a rise, then for a pullback, then for the turn: a state machine of sealed records. */
public final class Pullback extends Strategy {
  private final EMA ema;
  private final double dip;
  private final double turn;
  private final int patience;
  private final int size;
  private Phase phase = new Rise();
  private int bars;

  /** What it waits for; each phase has one way on. */
  private sealed interface Phase permits Rise, Dip, Turn, Exit {}

  private record Rise() implements Phase {}

  private record Dip(double high) implements Phase {}

  private record Turn(double low) implements Phase {}

  private record Exit() implements Phase {}

  public Pullback(
      @Default("20") int trend,
      @Default("0.03") double dip,
      @Default("0.01") double turn,
      @Default("15") int patience,
      @Default("25") int size) {
    this.ema = new EMA(trend);
    this.dip = dip;
    this.turn = turn;
    this.patience = patience;
    this.size = size;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    double average = ema.update(bar.close());
    double close = bar.close();
    bars++;
    Phase next =
        switch (phase) {
          case Rise rise when close > average -> enter(new Dip(close));
          case Rise rise -> rise;
          case Dip(double high) when close < high * (1 - dip) -> enter(new Turn(close));
          case Dip(double high) -> new Dip(Math.max(high, close));
          case Turn(double low) when close > low * (1 + turn) -> {
            ctx.buy(size, new OrderOptions().tag("turn"));
            yield enter(new Exit());
          }
          case Turn(double low) -> new Turn(Math.min(low, close));
          case Exit exit when bars > patience || close < average -> {
            String why = close < average ? "below the trend" : "long enough";
            ctx.close(new OrderOptions().tag(why));
            yield enter(new Rise());
          }
          case Exit exit -> exit;
        };
    // Too long in one of them, and it starts again.
    phase = bars > 2 * patience ? enter(new Rise()) : next;
  }

  private Phase enter(Phase next) {
    bars = 0;
    return next;
  }
}
