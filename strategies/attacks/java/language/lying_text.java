// id: J108
// family: language
// goal: be a text that lies
// refused: JAVA_CLASS_PARENT
// verifier: JAVA_CLASS_PARENT
// unverified: COMPLETED
// harmless: it deceives itself: the host checks each value that comes out
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static class Lying implements CharSequence {
    private int asked;
    public int length() { return asked++; }
    public char charAt(int i) { return 0; }
    public CharSequence subSequence(int a, int b) { return this; }
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    return "GOT-IN " + new Lying().length();
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
