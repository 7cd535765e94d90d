import dev.glovebox.strategy.*;
import java.util.List;

public final class LookAheadPivot extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    List<Bar> bars = ctx.history(7);
    if (bars.size() == 7) {
      double middle = bars.get(3).low();
      boolean pivot = bars.stream().allMatch(one -> one.low() >= middle);
      if (pivot && ctx.position() == 0) {
        ctx.buy(1);
      }
    }
  }
}
