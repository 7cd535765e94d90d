import dev.glovebox.strategy.*;

public final class ReviewUnreadable extends Strategy {
  @Override
  public void onBar(Context ctx, Bar bar) {
    int O0O = (int) bar.close(), OO0 = O0O ^ 0x5f, l1I = (OO0 << 3 | O0O >>> 2) & ~0x7, lI1 = l1I ^ OO0; long I1l = (O0O * 31L ^ lI1) >>> 1 & 0xffL | (l1I ^ 0x2aL) << 2;
    if ((I1l ^ lI1 ^ O0O ^ OO0 & 3) % 7 == (l1I & 1)) { ctx.buy(1); }
  }
}
