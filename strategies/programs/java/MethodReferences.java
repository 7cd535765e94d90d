// kind: method references of every kind
// answer: ABC83

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

public final class MethodReferences extends Strategy {
  private final List<String> seen = new ArrayList<>();
  private void note(String word) { seen.add(word); }
  private static int twice(int x) { return 2 * x; }
  public String answer() {
    List<String> words = List.of("b", "a", "c");
    words.forEach(this::note);
    Supplier<List<String>> made = ArrayList::new;
    List<String> copy = made.get();
    copy.addAll(seen);
    copy.sort(String::compareTo);
    UnaryOperator<String> upper = String::toUpperCase;
    IntUnaryOperator twice = MethodReferences::twice;
    IntFunction<int[]> array = int[]::new;
    return upper.apply(String.join("", copy)) + twice.applyAsInt(4) + array.apply(3).length;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
