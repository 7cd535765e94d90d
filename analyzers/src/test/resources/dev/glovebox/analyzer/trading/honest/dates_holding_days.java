import dev.glovebox.strategy.*;
import java.time.Duration;
import java.time.OffsetDateTime;

public final class DatesHoldingDays extends Strategy {
  private OffsetDateTime entered;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (ctx.position() == 0) {
      entered = ctx.now();
      ctx.buy(1);
    } else if (entered != null && Duration.between(entered, ctx.now()).toDays() > 20) {
      ctx.close();
    }
  }
}
