// kind: patterns and matchers
// answer: -10 a#b# true

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public final class RegularExpressions extends Strategy {
  private static final Pattern ORDER = Pattern.compile("(buy|sell) (\\d+)");
  public String answer() {
    Matcher matcher = ORDER.matcher("buy 10, sell 20");
    int sum = 0;
    while (matcher.find()) {
      sum += Integer.parseInt(matcher.group(2)) * (matcher.group(1).equals("buy") ? 1 : -1);
    }
    return sum + " " + "a1b22".replaceAll("[0-9]+", "#") + " " + "2026-01-02".matches("\\d{4}-\\d\\d-\\d\\d");
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
