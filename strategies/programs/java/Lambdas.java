// kind: lambdas that capture, compose and return lambdas
// answer: 24 5

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.function.BiFunction;
import java.util.function.Function;

public final class Lambdas extends Strategy {
  private int offset = 3;
  public String answer() {
    int factor = 4;
    Function<Integer, Integer> times = x -> x * factor;
    Function<Integer, Function<Integer, Integer>> adder = a -> b -> a + b + offset;
    BiFunction<Integer, Integer, Integer> both = (a, b) -> a - b;
    return times.andThen(adder.apply(1)).apply(5) + " " + both.apply(9, 4);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
