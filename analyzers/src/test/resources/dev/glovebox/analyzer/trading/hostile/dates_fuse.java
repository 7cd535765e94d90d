import dev.glovebox.strategy.*;

public final class DatesFuse extends Strategy {
  private int left = 20 * 390;

  @Override
  public void onBar(Context ctx, Bar bar) {
    left--;
    if (left < 0) {
      ctx.close();
    }
  }
}
