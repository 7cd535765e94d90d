// kind: pattern switch over an enum with null
// answer: nonebadgood

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class SwitchEnumWithNull extends Strategy {
  enum Mood { GOOD, BAD }
  private String told(Mood mood) {
    return switch (mood) {
      case null -> "none";
      case GOOD -> "good";
      case BAD -> "bad";
    };
  }
  public String answer() { return told(null) + told(Mood.BAD) + told(Mood.GOOD); }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
