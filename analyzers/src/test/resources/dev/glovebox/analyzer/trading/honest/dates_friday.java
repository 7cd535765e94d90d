import dev.glovebox.strategy.*;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;

public final class DatesFriday extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    OffsetDateTime now = ctx.now();
    if (now.getDayOfWeek() == DayOfWeek.FRIDAY && now.getHour() >= 20) {
      ctx.close();
    }
  }
}
