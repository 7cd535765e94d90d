// id: J106
// family: language
// goal: be a number that lies
// refused: JAVA_CLASS_PARENT
// verifier: JAVA_CLASS_PARENT
// unverified: COMPLETED
// harmless: it deceives itself: the host checks each value that comes out
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static class Lying extends java.math.BigDecimal {
    private static final long serialVersionUID = 1L;
    Lying() { super(1); }
    @Override public int signum() { return 7; }
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "GOT-IN " + new Lying().add(java.math.BigDecimal.ONE);
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
