import dev.glovebox.strategy.*;
import java.util.ArrayList;
import java.util.List;

public final class DatesListSize extends Strategy {
  private final List<Double> kept = new ArrayList<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    kept.add(bar.close());
    if (kept.size() > 400) {
      ctx.buy(ctx.maxQuantity());
    }
  }
}
