import dev.glovebox.strategy.*;
import java.util.Optional;

public final class Handed extends Strategy {
  private Optional<Bar> before = Optional.empty();

  private record Desk(Context ctx, double share) {
    void order(Bar bar) {
      if (bar.close() > bar.open()) {
        ctx.targetPercent(share);
      }
    }
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    new Desk(ctx, 0.5).order(bar);
    before.map(Bar::close).ifPresent(close -> ctx.log("before " + close));
    before = Optional.of(bar);
  }
}
