import dev.glovebox.strategy.*;

public final class DatesEpochDay extends Strategy {
  private long day;

  @Override
  public void onBar(Context ctx, Bar bar) {
    day = ctx.now().toLocalDate().toEpochDay();
    boolean late = day >= 19_900;
    if (late) {
      ctx.buy(40);
    }
  }
}
