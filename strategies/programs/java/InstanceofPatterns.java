// kind: instanceof with patterns and scope
// answer: ABC big other other

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class InstanceofPatterns extends Strategy {
  private String kind(Object value) {
    if (!(value instanceof String text)) {
      return value instanceof Integer number && number > 5 ? "big" : "other";
    }
    return text.toUpperCase();
  }
  public String answer() {
    return kind("abc") + " " + kind(7) + " " + kind(2) + " " + kind(2.0);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
