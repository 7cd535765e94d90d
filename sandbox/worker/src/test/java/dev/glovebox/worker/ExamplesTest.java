package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example strategies trade: on real bars, and the same however bars come. */
@Timeout(120)
class ExamplesTest {
  private static final int BARS = 250;
  private static final Path FOLDER =
      Path.of(System.getProperty("glovebox.root")).resolve("strategies/examples/src/main/python");

  static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py"))
          .map(name -> name.substring(0, name.length() - 3))
          .sorted()
          .toList();
    }
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(examples()).hasSizeGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void buysAndSellsRealBarsWithoutAFault(String example) throws IOException {
    InProcess.Run run = run(example, Map.of(), new Market(PriceSeries.apple().bars()), 1);
    assertThat(run.fault()).isEmpty();
    assertThat(run.market().filled()).hasSizeGreaterThan(3);
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
    return run(example, parameters, new Market(Market.waves(BARS)), block);
  }

  private static InProcess.Run run(
      String example, Map<String, String> parameters, Market market, int block) throws IOException {
    String source = Files.readString(FOLDER.resolve(example + ".py"));
    return InProcess.run(Strategies.start(source, parameters).build(), market, block);
  }
}
