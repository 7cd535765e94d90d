import dev.glovebox.strategy.*;
import java.util.Random;

public final class DeterminismSeeded extends Strategy {
  private final Random dice = new Random(42);

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (dice.nextInt(20) == 0) {
      ctx.buy(1);
    }
  }
}
