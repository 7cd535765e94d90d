import dev.glovebox.strategy.*;
import java.util.List;

public final class LookAheadNewestFirst extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    List<Bar> bars = ctx.history(5).reversed();
    if (bars.size() == 5 && bars.getFirst().close() > bars.getLast().close()) {
      ctx.buy(1);
    }
  }
}
