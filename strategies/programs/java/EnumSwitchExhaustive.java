// kind: switch expression over all constants of an enum
// answer: omc2

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class EnumSwitchExhaustive extends Strategy {
  enum Phase { OPEN, MIDDLE, CLOSE }
  public String answer() {
    StringBuilder text = new StringBuilder();
    for (Phase phase : Phase.values()) {
      text.append(switch (phase) {
        case OPEN -> "o";
        case MIDDLE -> "m";
        case CLOSE -> {
          String word = "c";
          yield word + phase.ordinal();
        }
      });
    }
    return text.toString();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
