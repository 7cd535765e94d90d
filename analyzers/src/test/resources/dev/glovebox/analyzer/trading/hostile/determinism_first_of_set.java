import dev.glovebox.strategy.*;
import java.util.HashSet;
import java.util.Set;

public final class DeterminismFirstOfSet extends Strategy {
  private final Set<Double> levels = new HashSet<>();

  @Override
  public void onBar(Context ctx, Bar bar) {
    levels.add(Math.floor(bar.close()));
    if (bar.close() > levels.iterator().next()) {
      ctx.buy(1);
    }
  }
}
