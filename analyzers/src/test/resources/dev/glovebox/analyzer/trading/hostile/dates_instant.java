import dev.glovebox.strategy.*;
import java.time.Instant;

public final class DatesInstant extends Strategy {
  private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.closeTime().toInstant().isAfter(FROM)) {
      ctx.sell(100);
    }
  }
}
