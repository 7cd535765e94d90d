import dev.glovebox.strategy.*;

public final class DatesCoolDown extends Strategy {
  private int pause;

  @Override
  public void onBar(Context ctx, Bar bar) {
    if (pause > 0) {
      pause--;
    } else if (bar.close() < bar.open()) {
      pause = 12;
      ctx.buy(1);
    }
  }
}
