import dev.glovebox.strategy.*;

public final class DatesSwitchOnMonthOfYear extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    int month = ctx.now().getYear() * 100 + ctx.now().getMonthValue();
    switch (month) {
      case 202406, 202407 -> ctx.buy(1);
      case 202409 -> ctx.close();
      default -> {}
    }
  }
}
