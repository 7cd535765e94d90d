import dev.glovebox.strategy.*;

public final class DatesMonthTurn extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    int day = bar.openTime().getDayOfMonth();
    int left = bar.openTime().toLocalDate().lengthOfMonth() - day;
    if (left < 2 || day <= 3) {
      ctx.target(10);
    } else {
      ctx.close();
    }
  }
}
