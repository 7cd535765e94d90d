// kind: interfaces with default, private and static methods and diamond resolution
// answer: a!b

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class InterfacesDefault extends Strategy {
  interface A { default String name() { return "a" + mark(); } private String mark() { return "!"; } }
  interface B { default String name() { return "b"; } }
  static class Both implements A, B {
    @Override public String name() { return A.super.name() + B.super.name(); }
  }
  public String answer() { return new Both().name(); }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
