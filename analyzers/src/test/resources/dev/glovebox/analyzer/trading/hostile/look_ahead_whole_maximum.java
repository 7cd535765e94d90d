import dev.glovebox.strategy.*;
import java.util.Collections;
import java.util.List;

public final class LookAheadWholeMaximum extends Strategy {
  private static final List<Double> YEAR = List.of(101.2, 101.9, 102.4, 101.7, 103.3, 104.0, 103.1, 102.2);

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.close() > 0.9 * Collections.max(YEAR)) {
      ctx.close();
    }
  }
}
