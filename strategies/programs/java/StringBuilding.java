// kind: StringBuilder and concatenation of every type
// answer: Zuneurtc5.45.321x tq71.0null0e

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class StringBuilding extends Strategy {
  public String answer() {
    StringBuilder builder = new StringBuilder("x");
    builder.append(1).append(2L).append(3.5f).append(4.5).append('c').append(true).append((Object) null);
    builder.insert(0, "<").reverse().setLength(builder.length() - 1);
    builder.deleteCharAt(0).setCharAt(0, 'Z');
    char c = 'q';
    byte b = 7;
    String text = "t" + c + b + 1.0f + null + new int[0].length;
    text += 'e';
    return builder + " " + text;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
