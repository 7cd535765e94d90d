import dev.glovebox.strategy.*;
import java.time.LocalDate;

public final class DatesHelperInRecord extends Strategy {
  private record Window(LocalDate from, LocalDate to) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(to);
    }
  }

  private final Window window = new Window(LocalDate.parse("2024-08-01"), LocalDate.parse("2024-08-06"));

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (window.holds(bar.openTime().toLocalDate())) {
      ctx.close();
    }
  }
}
