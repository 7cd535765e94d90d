// kind: checked and unchecked exceptions of one's own, causes, multi-catch
// answer: no value4 bad true

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class ExceptionsOwn extends Strategy {
  static class NoData extends Exception {
    private static final long serialVersionUID = 1L;
    private final int index;
    NoData(String message, int index) { super(message); this.index = index; }
    int index() { return index; }
  }
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    Broken(String message, Throwable cause) { super(message, cause); }
  }
  private double at(double[] values, int index) throws NoData {
    if (index >= values.length) {
      throw new NoData("no value", index);
    }
    return values[index];
  }
  public String answer() {
    String text = "";
    try {
      at(new double[1], 0);
      at(new double[1], 4);
    } catch (NoData e) {
      text += e.getMessage() + e.index();
    }
    try {
      try {
        Integer.parseInt("x");
      } catch (NumberFormatException | ArithmeticException e) {
        throw new Broken("bad", e);
      }
    } catch (Broken e) {
      text += " " + e.getMessage() + " " + (e.getCause() instanceof NumberFormatException);
    }
    return text;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
