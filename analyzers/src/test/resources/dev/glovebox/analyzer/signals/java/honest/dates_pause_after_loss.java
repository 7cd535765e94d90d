import dev.glovebox.strategy.*;
import java.time.Duration;
import java.time.OffsetDateTime;

public final class DatesPauseAfterLoss extends Strategy {
  private OffsetDateTime until;
  private double entry;

  @Override
  public void onFill(Context ctx, Fill fill) {
    if (fill.side() == Side.SELL && fill.price() < entry) {
      until = fill.effectiveTime().plus(Duration.ofDays(3));
    } else {
      entry = fill.price();
    }
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (until != null && ctx.now().isBefore(until)) {
      return;
    }
    if (bar.close() > bar.open()) {
      ctx.buy(1);
    } else {
      ctx.close();
    }
  }
}
