import dev.glovebox.strategy.*;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

public final class DatesDaysSinceStart extends Strategy {
  private OffsetDateTime first;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (first == null) {
      first = bar.openTime();
    }
    if (ChronoUnit.DAYS.between(first, bar.openTime()) > 200) {
      ctx.buy(30);
    }
  }
}
