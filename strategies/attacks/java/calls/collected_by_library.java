// id: J143
// family: calls
// goal: let the library fill a list for ever
// refused: none
// control: got-in
// outcome: MEMORY_LIMIT
// place: own

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    java.util.List<Object> list = new java.util.ArrayList<>();
    java.util.stream.Stream.generate(list::size).limit(20_000_000).forEach(list::add);
    return "GOT-IN " + list.size();
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
