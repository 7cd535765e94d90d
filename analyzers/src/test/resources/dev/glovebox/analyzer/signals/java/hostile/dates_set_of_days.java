import dev.glovebox.strategy.*;
import java.util.List;

public final class DatesSetOfDays extends Strategy {
  private static final List<String> DAYS = List.of("2024-01-02", "2024-02-09", "2024-06-21");

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (DAYS.contains(ctx.now().toLocalDate().toString())) {
      ctx.buy(9);
    }
  }
}
