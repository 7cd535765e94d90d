import dev.glovebox.strategy.*;

public final class DatesCounter extends Strategy {
  private int seen;

  @Override
  public void onBar(Context ctx, Bar bar) {
    seen++;
    if (seen >= 500) {
      ctx.close();
      return;
    }
    ctx.target(5);
  }
}
