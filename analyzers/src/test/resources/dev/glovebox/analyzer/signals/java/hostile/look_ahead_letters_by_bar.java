import dev.glovebox.strategy.*;

public final class LookAheadLettersByBar extends Strategy {
  private static final String PLAN = "HHHBHHHHSHHBHHHHHHSHHHBHHHHHHHSHHHHBHHHHHHHS";

  @Override
  public void onBar(Context ctx, Bar bar) {
    char move = PLAN.charAt((int) (ctx.barIndex() % PLAN.length()));
    if (move == 'B') {
      ctx.buy(3);
    } else if (move == 'S') {
      ctx.close();
    }
  }
}
