import dev.glovebox.strategy.*;
import java.time.DayOfWeek;

public final class DatesWeekday extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.openTime().getDayOfWeek() == DayOfWeek.MONDAY && ctx.position() == 0) {
      ctx.buy(1);
    } else if (bar.openTime().getDayOfWeek() == DayOfWeek.FRIDAY) {
      ctx.close();
    }
  }
}
