import dev.glovebox.strategy.*;

public final class DatesIsoText extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    String day = bar.openTime().toString().substring(0, 10);
    if (day.compareTo("2023-11-05") >= 0) {
      ctx.buy(1);
    }
  }
}
