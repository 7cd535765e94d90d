// kind: overriding with generics and covariant returns
// answer: 5 [a, b]

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public final class GenericsBridges extends Strategy {
  interface Maker<T> { T make(int seed); }
  static class Base implements Maker<Number> {
    @Override public Number make(int seed) { return seed; }
    Base self() { return this; }
  }
  static final class Derived extends Base {
    @Override public Integer make(int seed) { return super.make(seed).intValue() + 1; }
    @Override Derived self() { return this; }
  }
  @SafeVarargs
  private static <T> List<T> listOf(T... items) { return new ArrayList<>(Arrays.asList(items)); }
  public String answer() {
    Maker<Number> maker = new Derived().self();
    return maker.make(4) + " " + listOf("a", "b");
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
