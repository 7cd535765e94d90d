// kind: BitSet, bit methods, char arithmetic
// answer: {2, 3, 5, 7, 11, 13, 17, 19, 23, 29} 86-2147483648cffffffff4607182418800017408

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.BitSet;

public final class BitTricks extends Strategy {
  public String answer() {
    BitSet bits = new BitSet();
    for (int i = 2; i < 30; i++) {
      bits.set(i);
    }
    for (int i = 2; i * i < 30; i++) {
      for (int j = i * i; bits.get(i) && j < 30; j += i) {
        bits.clear(j);
      }
    }
    return bits + " " + Integer.bitCount(255) + Long.numberOfTrailingZeros(64) + Integer.reverse(1) + (char) ('a' + 2)
        + Integer.toHexString(-1) + Double.doubleToLongBits(1.0);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
