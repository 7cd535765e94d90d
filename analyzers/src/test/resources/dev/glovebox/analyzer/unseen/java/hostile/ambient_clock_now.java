import dev.glovebox.strategy.*;
import java.time.Instant;
import java.util.function.Supplier;

public final class AmbientClockNow extends Strategy {
  private final Supplier<Instant> clock = Instant::now;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (clock.get().isAfter(ctx.now().toInstant())) {
      ctx.buy(1);
    }
  }
}
