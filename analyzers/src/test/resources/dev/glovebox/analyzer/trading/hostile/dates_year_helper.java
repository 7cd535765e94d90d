import dev.glovebox.strategy.*;
import java.time.OffsetDateTime;

public final class DatesYearHelper extends Strategy {
  private boolean late(OffsetDateTime when) {
    int year = when.getYear();
    return year >= 2027;
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (late(ctx.now())) {
      ctx.close();
    }
  }
}
