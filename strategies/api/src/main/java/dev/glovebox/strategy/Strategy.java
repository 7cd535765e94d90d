package dev.glovebox.strategy;

/**
 * Base of every strategy. Define {@link #onBar} or {@link #onBars}; the other hooks are optional.
 *
 * <pre>{@code
 * import dev.glovebox.strategy.*;
 * import dev.glovebox.strategy.indicators.*;
 *
 * public final class SmaCross extends Strategy {
 *   private final SMA fast;
 *   private final SMA slow;
 *   private final Crossover cross = new Crossover();
 *   private final int size;
 *
 *   public SmaCross(@Default("10") int fast, @Default("30") int slow, @Default("10") int size) {
 *     this.fast = new SMA(fast);
 *     this.slow = new SMA(slow);
 *     this.size = size;
 *   }
 *
 *   @Override
 *   public void onBar(Context ctx, Bar bar) {
 *     int crossed = cross.update(fast.update(bar.close()), slow.update(bar.close()));
 *     if (crossed > 0 && ctx.position() == 0) {
 *       ctx.buy(size);
 *     } else if (crossed < 0 && ctx.position() > 0) {
 *       ctx.close();
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>A source file holds exactly one leaf subclass of this class. Its one constructor's parameters,
 * each with a {@link Default}, are the parameters of the strategy. An order decided on one bar
 * fills at the open of the next.
 */
public abstract class Strategy {
  /** Does nothing. */
  protected Strategy() {}

  /**
   * Returns the number of bars that warm up the indicators: during them the hooks run and orders
   * are denied. Asked once, after the constructor.
   */
  public int warmupBars() {
    return 0;
  }

  /** Runs once, before the first bar; {@code ctx.now()} is that bar's open time. */
  public void onStart(Context ctx) {}

  /** Runs for each closed bar. */
  public void onBar(Context ctx, Bar bar) {}

  /** Runs for each set of bars with one close time, instead of {@link #onBar}. */
  public void onBars(Context ctx, Bars bars) {}

  /** Runs for each fill, before {@link #onBar} of the bar that made it known. */
  public void onFill(Context ctx, Fill fill) {}

  /** Runs for each order that was denied, rejected, cancelled or expired, after {@link #onFill}. */
  public void onOrder(Context ctx, Order order) {}

  /** Runs once, after the last bar. Orders placed here are not sent. */
  public void onStop(Context ctx) {}
}
