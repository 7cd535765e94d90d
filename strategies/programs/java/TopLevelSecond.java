// kind: second class beside the strategy in the same file
// answer: 1.5/2

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class TopLevelSecond extends Strategy {
  public String answer() {
    Ledger ledger = new Ledger();
    ledger.add(2.5);
    ledger.add(-1);
    return ledger.told();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}

final class Ledger {
  private double sum;
  private int count;
  void add(double amount) { sum += amount; count++; }
  String told() { return sum + "/" + count; }
}
