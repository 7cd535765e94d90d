// kind: functions of Math as method references
// answer: 1.0000 32.0 6.0 9

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

public final class MathReferences extends Strategy {
  public String answer() {
    DoubleUnaryOperator logarithm = Math::log;
    DoubleBinaryOperator power = Math::pow;
    double sum = DoubleStream.of(1, 4, 9).map(Math::sqrt).sum();
    return String.format("%.4f %.1f %.1f", logarithm.applyAsDouble(Math.E), power.applyAsDouble(2, 5), sum)
        + " " + List.of(3, 9, 4).stream().reduce(Math::max).get();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
