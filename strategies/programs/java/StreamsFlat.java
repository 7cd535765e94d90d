// kind: flatMap, reduce, takeWhile, joining, partitioning, iterate
// answer: <a-b-c> 120 {false=[1, 2], true=[3, 4]} {yy=2, x=1} [1, 3]

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class StreamsFlat extends Strategy {
  public String answer() {
    String joined = Stream.of(List.of("a", "b"), List.of("c")).flatMap(List::stream).collect(Collectors.joining("-", "<", ">"));
    int product = Stream.iterate(1, x -> x + 1).takeWhile(x -> x <= 5).reduce(1, (a, b) -> a * b);
    Map<Boolean, List<Integer>> parts = Stream.of(1, 2, 3, 4).collect(Collectors.partitioningBy(x -> x > 2));
    Map<String, Integer> lengths = Stream.of("x", "yy").collect(Collectors.toMap(Function.identity(), String::length));
    Set<Integer> set = Stream.of(3, 1, 3).collect(Collectors.toSet());
    return joined + " " + product + " " + parts + " " + lengths + " " + set;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
