import dev.glovebox.strategy.*;
import java.util.List;

public final class LookAheadNextBarOfList extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    List<Bar> bars = ctx.history(40);
    int i = bars.size() - 1;
    if (bars.get(i + 1).close() > bars.get(i).close()) {
      ctx.buy(1);
    }
  }
}
