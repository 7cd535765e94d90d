import dev.glovebox.strategy.*;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

public final class DatesDaysBetween extends Strategy {
  private final OffsetDateTime zero = OffsetDateTime.parse("2025-01-01T00:00:00Z");

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ChronoUnit.DAYS.between(zero, bar.openTime()) > 90) {
      ctx.buy(1);
    }
  }
}
