package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example strategies do what they say on a series with trends. */
@Timeout(120)
class ExamplesTest {
  private static final int BARS = 250;

  @ParameterizedTest
  @ValueSource(strings = {"sma_cross", "ema_trend", "breakout", "monthly_rebalance"})
  void buysAndSellsWithoutAFault(String example) throws IOException {
    InProcess.Run run = run(example, Map.of(), 1);
    assertThat(run.fault()).isEmpty();
    assertThat(run.market().filled()).anyMatch(fill -> fill.quantity().signum() > 0);
    assertThat(run.market().filled()).anyMatch(fill -> fill.quantity().signum() < 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 256})
  void ordersTheSameInBlocksAsInLockStep(int block) throws IOException {
    InProcess.Run lockStep = run("sma_cross", Map.of("fast", "3", "slow", "8"), 1);
    InProcess.Run blocks = run("sma_cross", Map.of("fast", "3", "slow", "8"), block);
    assertThat(blocks.market().filled())
        .isEqualTo(lockStep.market().filled())
        .hasSizeGreaterThan(4);
    assertThat(blocks.intents()).isEqualTo(lockStep.intents());
  }

  @Test
  void sellsOnlyWhatItHolds() throws IOException {
    InProcess.Run run = run("sma_cross", Map.of("size", "7"), 1);
    assertThat(run.market().position().intValueExact()).isIn(0, 7);
  }

  @Test
  void reportsItsParametersInOrder() throws IOException {
    InProcess.Run run = run("ema_trend", Map.of("slow", "30"), 1);
    assertThat(run.ready().orElseThrow().getParametersList())
        .extracting(p -> p.getName() + ":" + p.getType() + "=" + p.getValue())
        .containsExactly("fast:int=12", "slow:int=30", "band:float=0.002", "share:float=0.95");
    assertThat(run.ready().orElseThrow().getWarmupBars()).isEqualTo(30);
  }

  private static InProcess.Run run(String example, Map<String, String> parameters, int block)
      throws IOException {
    Path root = Path.of(System.getProperty("glovebox.root"));
    String source =
        Files.readString(root.resolve("strategies/examples/src/main/python/" + example + ".py"));
    return InProcess.run(
        Strategies.start(source, parameters).build(), new Market(Market.waves(BARS)), block);
  }
}
