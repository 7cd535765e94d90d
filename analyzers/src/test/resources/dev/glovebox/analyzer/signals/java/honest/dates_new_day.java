import dev.glovebox.strategy.*;
import java.time.LocalDate;

public final class DatesNewDay extends Strategy {
  private LocalDate day;
  private double first;

  @Override
  public void onBar(Context ctx, Bar bar) {
    LocalDate today = bar.openTime().toLocalDate();
    if (!today.equals(day)) {
      day = today;
      first = bar.open();
    }
    if (bar.close() > first * 1.01) {
      ctx.buy(1);
    }
  }
}
