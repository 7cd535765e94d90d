import dev.glovebox.strategy.*;
import java.util.Locale;

public final class TextAndFormat extends Strategy {
  private static final String REPORT =
      """
      close %.2f
      cash  %.2f
      """;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (bar.openTime().getHour() == 0) {
      ctx.log(String.format(Locale.ROOT, REPORT, bar.close(), ctx.cash()));
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < Math.min(20, (int) (bar.high() - bar.low())); i++) {
      line.append('*');
    }
    if (line.length() > 3) {
      ctx.buy(1);
    }
  }
}
