import dev.glovebox.strategy.*;
import java.util.Random;

public final class DeterminismSameDice extends Strategy {
  private final Random dice = new Random(1234);

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (dice.nextDouble() > 0.98) {
      ctx.buy(1);
    }
  }
}
