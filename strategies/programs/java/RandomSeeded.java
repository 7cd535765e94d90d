// kind: random numbers from a seed
// answer: 455 true 0.4513 -0.9455

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.util.Random;

public final class RandomSeeded extends Strategy {
  public String answer() {
    Random random = new Random(42);
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      sum += random.nextInt(100);
    }
    return sum + " " + random.nextBoolean() + " " + String.format("%.4f %.4f", random.nextDouble(), random.nextGaussian());
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
