// kind: unnamed variables and patterns
// answer: 3a4 caught

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.List;

public final class UnnamedVariables extends Strategy {
  record Pair(int a, int b) {}
  public String answer() {
    int count = 0;
    for (var _ : List.of(1, 2, 3)) {
      count++;
    }
    Object value = new Pair(4, 5);
    String text = value instanceof Pair(int a, _) ? "a" + a : "";
    try {
      Integer.parseInt("no");
    } catch (NumberFormatException _) {
      text += " caught";
    }
    return count + text;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
