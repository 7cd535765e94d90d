// id: J113
// family: language
// goal: use letters that look alike
// refused: SOURCE_NOT_ASCII
// verifier: COMPLETED
// unverified: COMPLETED
// harmless: it is the reader of the source who is deceived; the classes do what they say
// control: got-in

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    String а = "GOT-IN";
    String a = "no";
    return а + a.length();
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
