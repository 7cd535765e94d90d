// kind: exceptions that the machine throws
// answer: division index null cast other

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.List;

public final class ExceptionsOfLibrary extends Strategy {
  private String caught(Runnable action) {
    try {
      action.run();
      return "none";
    } catch (ArithmeticException e) {
      return "division";
    } catch (ArrayIndexOutOfBoundsException e) {
      return "index";
    } catch (NullPointerException e) {
      return "null";
    } catch (ClassCastException e) {
      return "cast";
    } catch (RuntimeException e) {
      return "other";
    }
  }
  public String answer() {
    int zero = 0;
    int[] values = new int[2];
    String nothing = null;
    Object text = "text";
    return String.join(" ",
        caught(() -> values[0] = 1 / zero),
        caught(() -> values[2]++),
        caught(() -> nothing.length()),
        caught(() -> values[0] = (Integer) text),
        caught(() -> List.of(1).add(2)));
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
