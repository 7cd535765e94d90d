import dev.glovebox.strategy.*;

public final class DatesEpochSecond extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.openTime().toEpochSecond() > 1_735_689_600L) {
      ctx.target(100);
    }
  }
}
