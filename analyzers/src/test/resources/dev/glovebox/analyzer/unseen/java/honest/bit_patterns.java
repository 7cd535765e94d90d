import dev.glovebox.strategy.*;

public final class BitPatterns extends Strategy {
  private int pattern;

  @Override
  public void onBar(Context ctx, Bar bar) {
    pattern = (pattern << 1 | (bar.close() > bar.open() ? 1 : 0)) & 0b1111;
    if (pattern == 0b0111) {
      ctx.buy(1);
    } else if ((pattern & 0b11) == 0) {
      ctx.close();
    }
  }
}
