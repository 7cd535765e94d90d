// kind: old switch over an enum
// answer: 11 10 100

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class EnumSwitchOld extends Strategy {
  enum Phase { OPEN, MIDDLE, CLOSE }
  private int score(Phase phase) {
    int score = 0;
    switch (phase) {
      case OPEN:
        score += 1;
      case MIDDLE:
        score += 10;
        break;
      default:
        score = 100;
    }
    return score;
  }
  public String answer() {
    return score(Phase.OPEN) + " " + score(Phase.MIDDLE) + " " + score(Phase.CLOSE);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
