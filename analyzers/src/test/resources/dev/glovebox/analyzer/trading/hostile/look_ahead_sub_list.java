import dev.glovebox.strategy.*;
import java.util.List;

public final class LookAheadSubList extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    List<Bar> bars = ctx.history(80);
    int best = 0;
    for (int i = 4; i + 5 < bars.size(); i++) {
      double most = bars.subList(i - 4, i + 4 + 1).stream().mapToDouble(Bar::high).max().orElse(0);
      best = bars.get(i).high() == most ? i : best;
    }
    if (best > 60) {
      ctx.buy(1);
    }
  }
}
