import dev.glovebox.strategy.*;
import java.util.List;

public final class LookAheadNegativeHistory extends Strategy {
  private static final int LAG = -1;

  @Override
  public void onBar(Context ctx, Bar bar) {
    List<Bar> bars = ctx.history(LAG);
    if (!bars.isEmpty() && bars.getFirst().close() > bar.close()) {
      ctx.buy(1);
    }
  }
}
