import dev.glovebox.strategy.*;

public final class LookAheadPlanBits extends Strategy {
  private static final long MASK = 0x7A3C_91F0_55E1L;
  private int seen;

  @Override
  public void onBar(Context ctx, Bar bar) {
    seen++;
    if (((MASK >>> seen) & 1) == 1) {
      ctx.buy(1);
    } else {
      ctx.close();
    }
  }
}
