package dev.glovebox.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Side;
import dev.glovebox.host.run.RunEnd.Outcome;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The four reference runs of an independent engine, row by row. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class GoldenRunTest {

  @Test
  void equalsTheReferenceOnAppleDaily() {
    check("aapl2013_5_20_comm5bp", GoldenBars.aapl(), GoldenBars.DAY_SECONDS, 5, 20, "20", "5");
  }

  @Test
  void equalsTheReferenceOnEtherFiveMinutes() {
    check(
        "eth5m_10_30_comm5bp", GoldenBars.eth(), GoldenBars.FIVE_MINUTES_SECONDS, 10, 30, "5", "5");
  }

  @Test
  void equalsTheReferenceOnBitcoinFoldedFromTrades() {
    List<BarSet> bars = GoldenBars.bitstamp();
    assertThat(bars).hasSize(1917);
    check("btc5m_10_30_nofee", bars, GoldenBars.FIVE_MINUTES_SECONDS, 10, 30, "2", "0");
  }

  @Test
  void equalsTheReferenceOnSpDaily() {
    Path file =
        Path.of(System.getProperty("glovebox.root", "."))
            .toAbsolutePath()
            .normalize()
            .resolveSibling("shared/golden/bars/vega_sp500_day.csv");
    if (!Files.isReadable(file)) {
      System.out.println("skipped, missing capability: shared-golden");
    }
    assumeTrue(Files.isReadable(file), "missing capability: shared-golden");
    check("sp500_50_200_nofee", GoldenBars.daily(file), GoldenBars.DAY_SECONDS, 50, 200, "10", "0");
  }

  private static void check(
      String name, List<BarSet> bars, long interval, int fast, int slow, String size, String fee) {
    List<String> digests = new ArrayList<>();
    for (int block : new int[] {1, 16, 256}) {
      ScriptedSession session = new ScriptedSession(0, new SmaCross(fast, slow, size));
      TestRun run =
          new TestRun(TestRun.Setup.of(bars, interval).costs(fee, "0").block(block), session);
      assertThat(run.end.outcome()).isEqualTo(Outcome.COMPLETED);
      assertThat(run.decisions()).hasSize(bars.size());
      assertThat(session.seen()).hasSize(bars.size());
      assertThat(rows(run.fills)).isEqualTo(expected(name));
      digests.add(run.digest);
    }
    assertThat(digests).containsOnly(digests.getFirst());
  }

  private static List<String> expected(String name) {
    List<String> lines = GoldenBars.lines("/golden/" + name + ".fills.csv");
    return lines.stream()
        .skip(1)
        .map(line -> {
          String[] cells = line.split(",", -1);
          return row(cells[0], cells[5], cells[1], cells[2], cells[3], cells[4]);
        })
        .toList();
  }

  private static List<String> rows(List<BookedFill> fills) {
    return fills.stream()
        .map(fill ->
            row(
                fill.stamp().length() == 16 ? fill.stamp() + ":00" : fill.stamp(),
                Integer.toString(fill.barIndex()),
                (fill.side() == Side.SELL ? "-" : "") + Decimals.text(fill.quantity()),
                Decimals.text(fill.price()),
                Decimals.text(fill.fee()),
                Decimals.text(fill.cashAfter())))
        .toList();
  }

  private static String row(String... cells) {
    List<String> canonical = new ArrayList<>(List.of(cells[0]));
    for (int i = 1; i < cells.length; i++) {
      canonical.add(Decimals.text(new BigDecimal(cells[i])));
    }
    return String.join(" ", canonical);
  }
}
