// kind: constructors that call each other and super
// answer: base?child!4

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class ConstructorChains extends Strategy {
  static class Base {
    final String name;
    Base() { this("base"); }
    Base(String name) { this.name = name + init(); }
    String init() { return "?"; }
  }
  static final class Child extends Base {
    private final int x;
    Child(int x) {
      if (x < 0) {
        throw new IllegalArgumentException("negative");
      }
      super("child");
      this.x = x;
    }
    @Override String init() { return "!"; }
  }
  public String answer() { return new Base().name + new Child(3).name + new Child(4).x; }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
