import dev.glovebox.strategy.*;
import java.time.YearMonth;

public final class DatesMonthChange extends Strategy {
  private YearMonth last;

  @Override
  public void onBar(Context ctx, Bar bar) {
    YearMonth here = YearMonth.from(bar.openTime());
    if (last != null && here.isAfter(last)) {
      ctx.targetPercent(0.6);
    }
    last = here;
  }
}
