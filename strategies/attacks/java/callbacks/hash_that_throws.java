// id: J152
// family: callbacks
// goal: leave a map half changed by a hash that throws
// refused: none
// unverified: COMPLETED
// control: none: it is the strategy's own map
// outcome: COMPLETED

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  static final class Key {
    private boolean bad;

    @Override
    public int hashCode() {
      if (bad) {
        throw new IllegalStateException("no hash");
      }
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return other == this;
    }
  }

  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    java.util.Map<Object, String> map = new java.util.HashMap<>();
    Key key = new Key();
    map.put(key, "a");
    key.bad = true;
    try {
      map.put(key, "b");
    } catch (IllegalStateException e) {
      return "REFUSED";
    }
    return "none";
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
