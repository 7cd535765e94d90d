// kind: sealed interface with records and a pattern switch
// answer: buy 1,sell much,sell 3@2.5,hold

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class SealedShapes extends Strategy {
  sealed interface Signal permits Buy, Sell, Hold {}
  record Buy(int size) implements Signal {}
  record Sell(int size, double limit) implements Signal {}
  record Hold() implements Signal {}
  private String told(Signal signal) {
    return switch (signal) {
      case Buy buy -> "buy " + buy.size();
      case Sell sell when sell.size() > 10 -> "sell much";
      case Sell sell -> "sell " + sell.size() + "@" + sell.limit();
      case Hold hold -> "hold";
    };
  }
  public String answer() {
    return told(new Buy(1)) + "," + told(new Sell(11, 2)) + "," + told(new Sell(3, 2.5)) + ","
        + told(new Hold());
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
