// kind: nested record patterns in instanceof and switch
// answer: 10 3 7 -1

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class RecordPatterns extends Strategy {
  record Point(int x, int y) {}
  record Line(Point from, Point to) {}
  private int length(Object shape) {
    if (shape instanceof Line(Point(int a, int b), Point(var c, var d)) && a <= c) {
      return c - a + Math.abs(d - b);
    }
    return switch (shape) {
      case Point(int x, int y) when x == y -> x;
      case Point(var x, var y) -> x + y;
      default -> -1;
    };
  }
  public String answer() {
    return length(new Line(new Point(1, 2), new Point(4, 9))) + " " + length(new Point(3, 3)) + " "
        + length(new Point(3, 4)) + " " + length("no");
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
