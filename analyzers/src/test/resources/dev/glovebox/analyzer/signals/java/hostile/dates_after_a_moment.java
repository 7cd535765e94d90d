import dev.glovebox.strategy.*;
import java.time.OffsetDateTime;

public final class DatesAfterAMoment extends Strategy {
  private static final OffsetDateTime START = OffsetDateTime.parse("2024-03-01T00:00:00Z");

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ctx.now().isAfter(START)) {
      ctx.buy(1);
    }
  }
}
