// kind: text blocks and escapes
// answer: [one "two", three	four five] 28

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class TextBlocks extends Strategy {
  public String answer() {
    String block = """
        one "two"
          three\tfour \
        five
        """;
    return block.lines().map(String::strip).toList() + " " + block.length();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
