import dev.glovebox.strategy.*;
import java.util.Random;

public final class DeterminismDiceOfTheRun extends Strategy {
  private int wins;

  @Override
  public void onBar(Context ctx, Bar bar) {
    Random dice = ctx.random();
    if (dice.nextDouble() < 0.05 && ctx.position() == 0) {
      ctx.buy(1 + dice.nextInt(3));
      wins++;
    }
  }
}
