// kind: enum whose constants have bodies
// answer: ADD0=7.0 TIMES1=12.0

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class EnumWithBodies extends Strategy {
  enum Operation {
    ADD { @Override double apply(double a, double b) { return a + b; } },
    TIMES { @Override double apply(double a, double b) { return a * b; } };
    abstract double apply(double a, double b);
  }
  public String answer() {
    String text = "";
    for (Operation operation : Operation.values()) {
      text += operation.name() + operation.ordinal() + "=" + operation.apply(3, 4) + " ";
    }
    return text.strip();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
