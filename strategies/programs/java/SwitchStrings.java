// kind: switch over strings, old and new
// answer: up -1 0 0

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class SwitchStrings extends Strategy {
  private int code(String word) {
    switch (word) {
      case "buy":
      case "long":
        return 1;
      case "sell":
        return -1;
      default:
        return 0;
    }
  }
  public String answer() {
    String name = switch (code("long")) {
      case 1 -> "up";
      case -1 -> "down";
      default -> "none";
    };
    return name + " " + code("sell") + " " + code("Aa") + " " + code("BB");
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
