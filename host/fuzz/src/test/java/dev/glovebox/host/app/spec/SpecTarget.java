package dev.glovebox.host.app.spec;

import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A file of TOML gives a RunSpec or limits, or a refusal with a code. */
public final class SpecTarget {
  private static final Path FILE = file();

  private SpecTarget() {}

  private static Path file() {
    try {
      Path file = Files.createTempFile("spec", ".toml");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads {@code data}: limits if its first byte is odd, else a RunSpec. */
  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length == 0) {
      return;
    }
    Files.write(FILE, Arrays.copyOfRange(data, 1, data.length));
    try {
      if ((data[0] & 1) == 1) {
        LimitsFile limits = LimitsFile.read(FILE);
        if (!limits.hash().equals(LimitsFile.read(FILE).hash())) {
          throw new AssertionError("another hash the next time");
        }
      } else {
        SpecDraft draft = SpecFile.read(FILE);
        if (!draft.equals(SpecFile.read(FILE))) {
          throw new AssertionError("another spec the next time");
        }
      }
    } catch (Refusal e) {
      if (e.sentence().isEmpty()) {
        throw new AssertionError("a refusal without a sentence", e);
      }
    }
  }

  /** A full RunSpec, a small one, the committed limits. */
  public static List<byte[]> seeds() {
    String full =
        """
         version = 1
        mode = "BACKTEST"
        analysis = "off"
        block = 16
        profile = "gate"
        seed = 7
        tier_floor = "bwrap"
        limits = "research.limits.toml"
        [artifact]
        sha256 = "1111111111111111111111111111111111111111111111111111111111111111"
        [parameters]
        fast = "5"
        [account]
        type = "CASH"
        [account.cash]
        USD = "100000"
        [[instruments]]
        id = "AAPL"
        series = "2222222222222222222222222222222222222222222222222222222222222222"
        stamp = "open"
        currency = "USD"
        tick = "0.01"
        lot = "1"
        multiplier = "1"
        [fees]
        basis_points = "5"
        [costs]
        half_spread_basis_points = "1"
        impact = "off"
        participation = "off"
        [worker]
        statements_per_hook_max = 1000000
        heap_mebibytes = 256
        """;
    String paper =
        """
         version = 1
        mode = "PAPER"
        artifact.file = "a.py"
        account = { id = "paper-1", type = "CASH", cash = { USD = "1" } }
        feed.speed = "10"
        instruments = [{ id = 'X', file = "x.csv", stamp = "close" }]
        """;
    try {
      Path limits =
          Path.of(System.getProperty("glovebox.root", "../.."), LimitsFile.COMMITTED_NAME);
      return List.of(
          full.getBytes(StandardCharsets.UTF_8),
          paper.getBytes(StandardCharsets.UTF_8),
          ("\1" + Files.readString(limits)).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
