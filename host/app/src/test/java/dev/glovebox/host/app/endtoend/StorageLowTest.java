package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A served host whose disk is below its own mark from the start: configuration to exit code. */
@Tag("long")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class StorageLowTest {
  /** More free bytes than any disk has. */
  private static final long ALWAYS_LOW = 1L << 60;

  @Test
  void newWorkIsRefusedByItsCodeAndWhatIsThereCanBeReadAndProved() throws Exception {
    try (GateBench bench = new GateBench(config -> GateBench.here(low(config)))) {
      Path strategy = GateBench.write(bench.work.resolve("s.py"), "x = 1\n");
      Path bars = GateBench.write(bench.work.resolve("AAPL.csv"), GoldenSeries.AAPL.csv());
      refused(bench.as("agent", "submit", strategy.toString()));
      refused(bench.as("agent", "backtest", strategy.toString(), "--bars", bars.toString()));
      // The control: what asks for no room is answered.
      assertThat(bench.as("agent", "candidates").mustEndWith(0).out()).doesNotContain("cand-");
      bench.end();
      Path data = bench.made.resolve("host/data");
      assertThat(payloads(data)).isZero();
      bench
          .command(
              "verify",
              data.resolve("audit").toString(),
              "--trust",
              data.resolve("trust.json").toString())
          .mustEndWith(0);
    }
  }

  private static void refused(Said said) {
    said.mustEndWith(3);
    assertThat(said.err()).contains("STORAGE_LOW", "nothing new is begun");
  }

  private static Path low(Path config) {
    return GateBench.write(
        config, Bench.text(config) + "\n[storage]\nnew_work_bytes_min = " + ALWAYS_LOW + "\n");
  }

  private static long payloads(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("payload"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }
}
