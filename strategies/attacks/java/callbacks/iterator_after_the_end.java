// id: J145
// family: callbacks
// goal: be called back by the library once the steps are spent
// refused: none
// unverified: BUDGET_EXCEEDED
// control: none: it is without end there
// outcome: BUDGET_EXCEEDED

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  record Endless(StringBuilder seen) implements java.util.Iterator<String> {
    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public String next() {
      return "";
    }
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    StringBuilder seen = new StringBuilder();
    Iterable<String> endless = () -> new Endless(seen);
    try {
      return String.join("", endless);
    } finally {
      seen.append("GOT-IN");
    }
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    try {
      ctx.log(attack());
    } catch (Exception e) {
      ctx.log("REFUSED");
    }
  }
}
