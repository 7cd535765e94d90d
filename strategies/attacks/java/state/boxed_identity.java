// id: J166
// family: state
// goal: find what another run left by the identity of boxed numbers and texts
// refused: none
// unverified: COMPLETED
// control: none: nothing is kept by them
// outcome: COMPLETED
// twin: yes

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    Integer small = 127;
    Integer large = 128;
    String text = new String("kept");
    return "SEEN " + (small == Integer.valueOf(127)) + (large == Integer.valueOf(128)) + (text == "kept") + ("ke" + "pt" == "kept");
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
