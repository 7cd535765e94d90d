package dev.glovebox.worker.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoublesTest {

  @Test
  void areNearestToTheDecimalAtEveryScale() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      long mantissa = random.nextLong(-1_000_000_000_000_000_000L, 1_000_000_000_000_000_000L);
      mantissa /= (long) Math.pow(10, random.nextInt(18));
      int scale = random.nextInt(19);
      assertThat(Doubles.nearest(mantissa, scale))
          .isEqualTo(Double.parseDouble(BigDecimal.valueOf(mantissa, scale).toString()));
    }
  }
}
