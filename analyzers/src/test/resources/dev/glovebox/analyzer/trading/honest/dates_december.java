import dev.glovebox.strategy.*;
import java.time.Month;

public final class DatesDecember extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    Month month = bar.openTime().getMonth();
    int year = bar.openTime().getYear();
    if (month == Month.DECEMBER || year % 4 == 0) {
      ctx.close();
    }
  }
}
