// kind: streams with collectors
// answer: {buy=6, sell=1} 11.0 Trade[side=buy, price=12.0, size=4] [sell, buy]

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

public final class StreamsOfObjects extends Strategy {
  record Trade(String side, double price, int size) {}
  public String answer() {
    List<Trade> trades = List.of(new Trade("buy", 10, 2), new Trade("sell", 11, 1), new Trade("buy", 12, 4));
    Map<String, Integer> sizes = trades.stream()
        .collect(Collectors.groupingBy(Trade::side, TreeMap::new, Collectors.summingInt(Trade::size)));
    double average = trades.stream().mapToDouble(Trade::price).average().orElse(0);
    String best = trades.stream().max(Comparator.comparingDouble(Trade::price)).map(Trade::toString).orElse("none");
    List<String> sides = trades.stream().map(Trade::side).distinct().sorted(Comparator.reverseOrder()).toList();
    return sizes + " " + average + " " + best + " " + sides;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
