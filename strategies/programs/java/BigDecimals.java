// kind: exact arithmetic
// answer: 0.10 0.0988 1 16 2 true

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

public final class BigDecimals extends Strategy {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  public String answer() {
    BigDecimal price = new BigDecimal("101.25");
    BigDecimal fee = price.multiply(new BigDecimal("0.0010")).setScale(2, RoundingMode.HALF_EVEN);
    BigDecimal percent = fee.divide(price, MathContext.DECIMAL64).multiply(HUNDRED).setScale(4, RoundingMode.UP);
    BigInteger big = BigInteger.TWO.pow(100).mod(BigInteger.valueOf(97));
    return fee + " " + percent.toPlainString() + " " + price.compareTo(BigDecimal.TEN) + " " + big
        + " " + price.stripTrailingZeros().scale() + " " + price.negate().abs().equals(price);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
