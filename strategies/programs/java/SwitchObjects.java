// kind: pattern switch over Object with null, constants and guards
// answer: null,negative,int 4,long 5,empty,text 2,array 3,?

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class SwitchObjects extends Strategy {
  private String told(Object value) {
    return switch (value) {
      case null -> "null";
      case Integer i when i < 0 -> "negative";
      case Integer i -> "int " + i;
      case Long l -> "long " + l;
      case String s when s.isEmpty() -> "empty";
      case String s -> "text " + s.length();
      case int[] array -> "array " + array.length;
      default -> "?";
    };
  }
  public String answer() {
    return String.join(",", told(null), told(-1), told(4), told(5L), told(""), told("ab"), told(new int[3]), told(1.0));
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
