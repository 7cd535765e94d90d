package dev.glovebox.worker.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.classes.PreparedClasses;
import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.worker.GoldenBars;
import dev.glovebox.worker.InProcess;
import dev.glovebox.worker.Market;
import dev.glovebox.worker.Strategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same strategy in Java and in Python gives the same answers, byte by byte. */
@Timeout(180)
class JavaAndPythonTest {
  private static final Path PYTHON =
      Path.of(System.getProperty("glovebox.root"), "strategies/examples/src/main/python");

  /** What came back of one run: what it asked for, and what that did. */
  private record Outcome(List<Intent> intents, List<Market.Filled> filled, List<String> log) {
    static Outcome of(InProcess.Run run) {
      assertThat(run.fault()).as("%s", run.fault()).isEmpty();
      return new Outcome(run.intents(), run.market().filled(), run.log());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SmaCross, sma_cross", "RsiReversion, rsi_reversion",
    "Pullback, pullback", "TwoTimeframes, two_timeframes"
  })
  void decidesTheSameOverTheGoldenSeries(String java, String python) throws IOException {
    PreparedClasses candidate = JavaStrategies.compile(java, JavaStrategies.example(java));
    String source = Files.readString(PYTHON.resolve(python + ".py"));
    int asked = 0;
    for (List<Bar> bars : GoldenBars.all()) {
      // That Python decides the same in blocks is held elsewhere; blocks take less time.
      Outcome expected = python(source, bars, 64);
      asked += expected.intents().size();
      assertThat(Outcome.of(java(candidate, bars, 1))).isEqualTo(expected);
      assertThat(Outcome.of(java(candidate, bars, 64))).isEqualTo(expected);
    }
    assertThat(asked).as("a comparison of nothing proves nothing").isGreaterThan(10);
  }

  private static Outcome python(String source, List<Bar> bars, int block) {
    Start start = lots(Strategies.start(source, Map.of()));
    return Outcome.of(InProcess.run(start, new Market(bars), block));
  }

  private static InProcess.Run java(PreparedClasses candidate, List<Bar> bars, int block) {
    Start start = lots(JavaStrategies.start(candidate, Map.of()));
    return InProcess.run(start, new Market(bars), block, JavaStrategies::guest);
  }

  /** With small lots a share of the equity is a number of many digits. */
  private static Start lots(Start.Builder start) {
    start.setInstruments(0, start.getInstruments(0).toBuilder().setLot(Strategies.decimal(1, 8)));
    return start.build();
  }
}
