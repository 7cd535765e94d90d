// kind: record with the methods that the compiler makes
// answer: Level[price=101.5, size=3] true true 101.5

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class RecordPlain extends Strategy {
  record Level(double price, int size) {}
  public String answer() {
    Level a = new Level(101.5, 3);
    Level b = new Level(101.5, 3);
    return a + " " + a.equals(b) + " " + (a.hashCode() == b.hashCode()) + " " + a.price();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
