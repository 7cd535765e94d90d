import dev.glovebox.strategy.*;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

public final class LookAheadReversedList extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    List<Bar> bars = new ArrayList<>(ctx.history(60));
    Collections.reverse(bars);
    int good = 0;
    for (int i = 1; i < bars.size(); i++) {
      if (bars.get(i - 1).close() > bars.get(i).close()) {
        good++;
      }
    }
    if (good > 30) {
      ctx.buy(1);
    }
  }
}
