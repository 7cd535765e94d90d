import dev.glovebox.strategy.*;
import java.time.LocalTime;

public final class DatesHours extends Strategy {
  private static final LocalTime OPEN = LocalTime.of(9, 30);
  private static final LocalTime CLOSE = LocalTime.parse("16:00");

  @Override
  public void onBar(Context ctx, Bar bar) {
    LocalTime time = bar.openTime().toLocalTime();
    if (!time.isBefore(OPEN) && time.isBefore(CLOSE)) {
      ctx.buy(1);
    } else {
      ctx.close();
    }
  }
}
