import dev.glovebox.strategy.*;
import java.util.Arrays;

public final class DeterminismParallelSum extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    double sum = Arrays.stream(ctx.closes(50)).parallel().sum();
    if (sum / 50 < bar.close()) {
      ctx.buy(1);
    }
  }
}
