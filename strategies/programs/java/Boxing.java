// kind: boxing, unboxing, comparison of numbers
// answer: true 1002.5 1 true x78101121000.021474836477-11.0

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;

public final class Boxing extends Strategy {
  public String answer() {
    Integer a = 1000;
    Integer b = 1000;
    List<Double> values = new ArrayList<>();
    values.add(2.5);
    values.add((double) a);
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    Character letter = 'x';
    Boolean yes = Boolean.TRUE;
    Long big = Long.valueOf("77");
    return a.equals(b) + " " + sum + " " + Double.compare(0.0, -0.0) + " " + Double.isNaN(0.0 / 0) + " " + letter
        + (yes ? big + 1 : 0) + Integer.toBinaryString(5) + Long.parseLong("12") + Double.parseDouble("1e3")
        + Integer.MAX_VALUE + Character.getNumericValue('7') + Integer.compare(1, 2) + Double.toString(1.0);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
