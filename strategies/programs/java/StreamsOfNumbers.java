// kind: streams of numbers
// answer: 220 7 8 64.0 48

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

public final class StreamsOfNumbers extends Strategy {
  public String answer() {
    int sum = IntStream.rangeClosed(1, 10).filter(i -> i % 2 == 0).map(i -> i * i).sum();
    double[] values = DoubleStream.iterate(1, x -> x < 100, x -> x * 2).toArray();
    long count = IntStream.range(0, 50).boxed().filter(i -> i % 7 == 0).count();
    double maximum = Arrays.stream(values).max().getAsDouble();
    IntSummaryStatistics summary = IntStream.of(4, 8, 6).summaryStatistics();
    return sum + " " + values.length + " " + count + " " + maximum + " " + summary.getMin() + summary.getMax();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
