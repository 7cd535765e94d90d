// kind: generic classes and methods with bounds and wildcards
// answer: 5 6.5 b

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Generics extends Strategy {
  static final class Window<T extends Comparable<T>> {
    private final ArrayDeque<T> items = new ArrayDeque<>();
    private final int size;
    Window(int size) { this.size = size; }
    void add(T item) {
      items.addLast(item);
      if (items.size() > size) {
        items.removeFirst();
      }
    }
    T greatest() {
      T best = items.peekFirst();
      for (T item : items) {
        best = item.compareTo(best) > 0 ? item : best;
      }
      return best;
    }
  }
  private static double sum(Collection<? extends Number> numbers) {
    double sum = 0;
    for (Number number : numbers) {
      sum += number.doubleValue();
    }
    return sum;
  }
  private static <K, V extends Comparable<? super V>> K argmax(Map<K, V> map) {
    return Collections.max(map.entrySet(), Map.Entry.comparingByValue()).getKey();
  }
  public String answer() {
    Window<Integer> window = new Window<>(2);
    for (int i : new int[] {9, 3, 5}) {
      window.add(i);
    }
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("a", 1.0);
    scores.put("b", 2.0);
    return window.greatest() + " " + sum(List.of(1, 2.5, 3L)) + " " + argmax(scores);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
