package dev.glovebox.host.app.demo;

import dev.glovebox.host.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The trades and the RunSpecs of the way through the gates. */
final class GatedFiles {
  private static final String TRADES = "/bitstamp_trades_from_20131125_usd.csv";

  private GatedFiles() {}

  /** Writes them beside {@code sma_cross.py}, which they name by its hash. */
  static void write(Path work) throws IOException {
    Acts.resource(TRADES, work.resolve("trades.csv"));
    String artifact = Sha256.of(Files.readAllBytes(work.resolve("sma_cross.py"))).hex();
    Files.writeString(work.resolve("backtest.toml"), spec("BACKTEST", artifact, 30, ""));
    Files.writeString(work.resolve("paper.toml"), spec("PAPER", artifact, 30, PAPER));
    Files.writeString(work.resolve("other.toml"), spec("PAPER", artifact, 31, PAPER));
  }

  private static final String PAPER =
      """

      [account]
      id = "paper-1"

      [feed]
      speed = "max"
      """;

  private static String spec(String mode, String artifact, int slow, String more) {
    return """
    version = 1
    mode = "%s"

    [artifact]
    sha256 = "%s"

    [parameters]
    fast = "10"
    slow = "%d"
    size = "2"

    [[instruments]]
    id = "BTCUSD"
    ticks = "trades.csv"
    interval_seconds = 300
    stamp = "close"

    [limits]
    file = "laptop/host/limits.toml"
    """
            .formatted(mode, artifact, slow)
        + more;
  }
}
