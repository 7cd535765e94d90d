// id: J133
// family: calls
// goal: count the days until the end of the calendar, one by one
// refused: none
// control: runs-on
// outcome: WALL_DEADLINE
// place: own

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    java.time.LocalDate first = java.time.LocalDate.of(1, 1, 1);
    return "GOT-IN " + first.datesUntil(java.time.LocalDate.of(999_999_999, 1, 1)).skip(1).filter(java.util.Objects::isNull).count();
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
