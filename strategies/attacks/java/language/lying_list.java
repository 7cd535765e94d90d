// id: J107
// family: language
// goal: be a list that lies
// refused: JAVA_CLASS_PARENT
// verifier: JAVA_CLASS_PARENT
// unverified: POLICY_VIOLATION
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static class Lying extends java.util.AbstractList<Integer> {
    private int asked;
    @Override public Integer get(int i) { return asked++; }
    @Override public int size() { return asked++; }
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "GOT-IN " + new Lying().size();
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
