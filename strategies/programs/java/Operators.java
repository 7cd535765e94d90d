// kind: operators of every type and compound assignment
// answer: 36 137438953503 -56 -168 c 0.33333334 3.0 true 70 128 -727379968 2-2-2-315 0.30000000000000004

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class Operators extends Strategy {
  public String answer() {
    int i = 7;
    i += 3.7;
    i <<= 2;
    i ^= 0b1010;
    long l = 1L << 40 | 0xFF;
    l >>>= 3;
    byte b = (byte) 200;
    short s = (short) (b * 3);
    char c = 'a';
    c++;
    c += 1;
    float f = 1 / 3f;
    double d = 10 % 3.5;
    boolean flag = i > 3 & l > 3 ^ false | !true;
    int t = flag ? i++ + ++i : ~i;
    Integer boxed = 127;
    boxed++;
    return i + " " + l + " " + b + " " + s + " " + c + " " + f + " " + d + " " + flag + " " + t + " " + boxed
        + " " + (1_000_000 * 1_000_000) + " " + (5 / 2) + (-5 / 2) + (-5 % 3) + (-5 >> 1) + (-5 >>> 28) + " " + (0.1 + 0.2);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
