package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.model.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The four reference runs of an independent engine through the command line, the import, the real
 * worker and the report files: every fill, figure by figure.
 */
@ExtendWith(Bench.Shared.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
final class GoldenEndToEndTest {
  /**
   * Digest of the decisions of {@link #apple}. The bytes are a promise: they change only with a new
   * version of the file's form.
   */
  static final String APPLE_DIGEST =
      "d1:d7bd292010c79c1bc135c81fe0e467c0ecfc9de508561aafd9500086cfaebe15";

  private static final Map<Integer, Run> APPLES = new ConcurrentHashMap<>();

  private final Bench bench;

  GoldenEndToEndTest(Bench bench) {
    this.bench = bench;
  }

  @Test
  void equalsTheReferenceOnAppleDailyInEveryBlockSize() {
    Run lockStep = apple(1);
    assertThat(lockStep.report("indicative")).isEqualTo("false");
    for (int block : new int[] {16, 256}) {
      Run blocks = apple(block);
      assertThat(blocks.report("indicative")).isEqualTo("true");
      assertThat(blocks.report("decision_digest")).isEqualTo(lockStep.report("decision_digest"));
    }
    assertThat(lockStep.report("decision_digest")).isEqualTo(APPLE_DIGEST);
  }

  @Test
  void twoRunsOfOneSpecAreInParityAndTwoSpecsAreNot() {
    Run lockStep = apple(1);
    Run other = bench.backtest(apple(bench).with("size", "30"));
    assertThat(parity(lockStep, apple(256)).mustEndWith(0).out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("equal"));
    List<String> said = parity(lockStep, other).mustEndWith(1).out().lines().toList();
    assertThat(said.getFirst()).contains("decisions.jsonl", "intents[0].quantity");
  }

  private Said parity(Run left, Run right) {
    return bench.command("parity", left.out().toString(), right.out().toString());
  }

  /**
   * Returns the reference run on Apple in blocks of {@code sets}, which is run and checked once.
   */
  private Run apple(int sets) {
    return APPLES.computeIfAbsent(
        sets,
        block -> check(apple(bench).block(block), GoldenSeries.AAPL, "aapl2013_5_20_comm5bp"));
  }

  @Tag("long")
  @Test
  void equalsTheReferenceOnEtherFiveMinutesInEveryBlockSizeAndProfile() {
    Spec spec = spec(bench, GoldenSeries.ETH, 10, 30, 5).fee("5");
    Run lockStep = check(spec, GoldenSeries.ETH, "eth5m_10_30_comm5bp");
    Run blocks = check(spec.block(256), GoldenSeries.ETH, "eth5m_10_30_comm5bp");
    assertThat(blocks.report("decision_digest")).isEqualTo(lockStep.report("decision_digest"));
    for (int block : new int[] {1, 256}) {
      Run compiled = check(spec.compiled().block(block), GoldenSeries.ETH, "eth5m_10_30_comm5bp");
      assertThat(compiled.report("decision_digest")).isEqualTo(lockStep.report("decision_digest"));
    }
  }

  @Test
  void equalsTheReferenceOnBitcoinFoldedFromTrades() {
    check(
        spec(bench, GoldenSeries.BTC, 10, 30, 2).block(16), GoldenSeries.BTC, "btc5m_10_30_nofee");
  }

  @Test
  void equalsTheReferenceOnSpDaily() {
    check(
        spec(bench, GoldenSeries.SP500, 50, 200, 10).block(256),
        GoldenSeries.SP500,
        "sp500_50_200_nofee");
  }

  /** Returns the reference run on Apple. */
  static Spec apple(Bench bench) {
    return spec(bench, GoldenSeries.AAPL, 5, 20, 20).fee("5");
  }

  private static Spec spec(Bench bench, GoldenSeries series, int fast, int slow, int size) {
    return Spec.of(bench.smaCrossHash(), series, bench.series(series))
        .with("fast", Integer.toString(fast))
        .with("slow", Integer.toString(slow))
        .with("size", Integer.toString(size));
  }

  private Run check(Spec spec, GoldenSeries series, String name) {
    Run run = bench.backtest(spec);
    run.said().mustEndWith(0);
    assertThat(run.report("outcome")).isEqualTo("COMPLETED");
    assertThat(run.report("code")).isEqualTo("OK");
    assertThat(run.decisions())
        .hasSize(series.bars())
        .extracting(line -> Run.text(line.members().getOrDefault("bar_index", new Json.Null())))
        .startsWith("0", "1", "2")
        .doesNotHaveDuplicates();
    assertThat(run.report("decision_digest")).isEqualTo(run.digestOfFile());
    assertThat(rows(run)).isEqualTo(expected(name));
    return run;
  }

  /** bar_index, time, instrument, order_id, side, quantity, price, fee, cash_after, position. */
  private static List<String> rows(Run run) {
    return run.fills().stream()
        .map(cells -> {
          String sign = cells[4].equals("SELL") ? "-" : "";
          return row(cells[1], cells[0], sign + cells[5], cells[6], cells[7], cells[8]);
        })
        .toList();
  }

  /** time, signed quantity, price, fee, cash after it, bar. */
  private static List<String> expected(String name) {
    return GoldenSeries.resource("/golden/" + name + ".fills.csv")
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> row(cells[0], cells[5], cells[1], cells[2], cells[3], cells[4]))
        .toList();
  }

  private static String row(String time, String... figures) {
    String stamp = (time + " 00:00:00").substring(0, "2013-01-02 00:00:00".length());
    return stamp
        + Arrays.stream(figures)
            .map(figure -> " " + new BigDecimal(figure).stripTrailingZeros().toPlainString())
            .reduce("", String::concat);
  }
}
