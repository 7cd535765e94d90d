// kind: enum that implements an interface, with an abstract state machine
// answer: GREEN of 2 1

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class EnumImplementsInterface extends Strategy {
  interface Step { Light next(); }
  enum Light implements Step {
    RED { public Light next() { return GREEN; } },
    GREEN { public Light next() { return RED; } };
    static final int COUNT = values().length;
  }
  public String answer() {
    Light light = Light.RED;
    for (int i = 0; i < 5; i++) {
      light = light.next();
    }
    return light + " of " + Light.COUNT + " " + light.compareTo(Light.RED);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
