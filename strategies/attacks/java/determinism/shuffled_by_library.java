// id: J165
// family: determinism
// goal: draw from the library's own chance
// refused: none
// unverified: COMPLETED
// control: none: what is seeded is no chance
// outcome: COMPLETED
// twin: yes

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Attack extends Strategy {
  @SuppressWarnings({"finally", "unused"})
  public String attack() throws Exception {
    java.util.List<Integer> list = new java.util.ArrayList<>(java.util.List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    java.util.Collections.shuffle(list, new java.util.Random(7));
    java.util.Map<Object, Integer> map = new java.util.HashMap<>();
    for (int i = 0; i < 40; i++) {
      map.put(new Object(), i);
    }
    return "SEEN " + list + map.values() + java.util.stream.Stream.of("b", "a", "c").collect(java.util.stream.Collectors.toSet());
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
