import dev.glovebox.strategy.*;
import java.time.LocalDate;

public final class DatesNewDay extends Strategy {
  private LocalDate day = LocalDate.MIN;

  @Override
  public void onBar(Context ctx, Bar bar) {
    LocalDate today = bar.openTime().toLocalDate();
    if (!today.equals(day)) {
      day = today;
      ctx.target(1);
    }
  }
}
