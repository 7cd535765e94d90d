import dev.glovebox.strategy.*;

public final class GermanWords extends Strategy {
  // Kauft den Ausbruch, verkauft unter dem Mittel. Die Groesse haengt vom Kapital ab.
  private double mittel = Double.NaN;

  @Override
  public void onBar(Context ctx, Bar bar) {
    mittel = Double.isNaN(mittel) ? bar.close() : 0.9 * mittel + 0.1 * bar.close();
    boolean ausbruch = bar.close() > 1.01 * mittel;
    var menge = ctx.sizeFor(ctx.equity() / 5);
    if (ausbruch && ctx.position() == 0) {
      ctx.buy(menge);
    } else if (bar.close() < mittel) {
      ctx.close();
    }
  }
}
