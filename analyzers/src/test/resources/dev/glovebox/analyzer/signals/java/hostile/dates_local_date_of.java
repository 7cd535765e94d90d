import dev.glovebox.strategy.*;
import java.time.LocalDate;

public final class DatesLocalDateOf extends Strategy {
  private final LocalDate day = LocalDate.of(2024, 5, 17);

  @Override
  public void onBar(Context ctx, Bar bar) {
    LocalDate today = bar.openTime().toLocalDate();
    if (today.equals(day)) {
      ctx.close();
    }
  }
}
