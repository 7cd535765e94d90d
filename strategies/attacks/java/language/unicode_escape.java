// id: J112
// family: language
// goal: hide code in a comment by an escape
// refused: SOURCE_UNICODE_ESCAPE
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
    // harmless \u000a if (true) return "GOT-IN";
    return "no";
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
