import dev.glovebox.strategy.*;
import java.time.LocalDate;
import java.time.Month;

public final class DatesQuarterAndLeap extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    LocalDate day = ctx.now().toLocalDate();
    int quarter = (day.getMonthValue() - 1) / 3;
    if (quarter == 3 && day.getMonth() != Month.DECEMBER && !day.isLeapYear()) {
      ctx.buy(1);
    } else if (day.getDayOfYear() > 350) {
      ctx.close();
    }
  }
}
