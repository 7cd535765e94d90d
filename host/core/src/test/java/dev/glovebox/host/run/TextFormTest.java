package dev.glovebox.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.clock.UtcText;
import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TradingState;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The forms of the hot path against the plain forms that they stand for. */
final class TextFormTest {
  private static final Instrument BBB =
      new Instrument("B.b-1", "USD", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);

  @Test
  void fastNumbersEqualTheCanonicalText() {
    Random random = new Random(3);
    AsciiText text = new AsciiText();
    for (int i = 0; i < 20_000; i++) {
      BigDecimal value =
          BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(25) - 3);
      assertThat(text.clear().decimal(value).toString()).isEqualTo(Decimals.text(value));
    }
    for (String each : new String[] {"0", "0.00", "-0.5", "100", "1E+3", "0.000000000000000001"}) {
      BigDecimal value = new BigDecimal(each);
      assertThat(text.clear().decimal(value).toString()).isEqualTo(Decimals.text(value));
    }
  }

  @Test
  void fastTimesEqualTheOneTextForm() {
    Random random = new Random(4);
    AsciiText text = new AsciiText();
    for (int i = 0; i < 10_000; i++) {
      long micros = random.nextLong(-62_000_000_000_000_000L, 253_000_000_000_000_000L);
      assertThat(text.clear().time(micros).toString()).isEqualTo(UtcText.text(micros));
    }
  }

  @Test
  void theBarHashIsThatOfTheCanonicalObject() {
    BarHash hashes = new BarHash(terms(List.of(TestRun.AAA)));
    for (BarSet set : GoldenBars.eth().subList(0, 50)) {
      Bar bar = set.bars().getFirst();
      Json.Obj object =
          Json.of(
              Map.of(
                  "instrument", Json.of("AAA"),
                  "interval_seconds", Json.of(300),
                  "open_time", Json.of(UtcText.text(bar.openTimeMicros())),
                  "close_time", Json.of(UtcText.text(bar.closeTimeMicros())),
                  "open", Json.of(bar.open()),
                  "high", Json.of(bar.high()),
                  "low", Json.of(bar.low()),
                  "close", Json.of(bar.close()),
                  "volume", Json.of(bar.volume())));
      assertThat(hashes.canonical(bar).toString()).isEqualTo(object.text());
      assertThat(HexFormat.of().formatHex(hashes.of(bar)))
          .isEqualTo(Sha256.of(object.bytes()).hex());
    }
  }

  @Test
  void theFastLineEqualsTheTreeForOneInstrumentAndForSeveral() {
    for (List<Instrument> instruments : List.of(List.of(TestRun.AAA), List.of(TestRun.AAA, BBB))) {
      RunTerms terms = terms(instruments);
      SubLedger ledger = new SubLedger("USD", new BigDecimal("1000.50"), instruments);
      DecisionLine line = new DecisionLine(terms);
      Bar first = GoldenBars.eth().getFirst().bars().getFirst();
      List<Bar> bars = instruments.size() == 1 ? List.of(first) : List.of(first, second(first));
      Cycle cycle =
          new Cycle(
              new BarSet(12345, first.closeTimeMicros(), bars),
              0,
              MarkedAccount.before(ledger, instruments.size()));
      line.write(cycle, TradingState.REDUCING);
      String fast = new String(line.array(), 0, line.length(), StandardCharsets.UTF_8);
      assertThat(fast).isEqualTo(line.tree(cycle, TradingState.REDUCING).text() + "\n");
    }
  }

  private static Bar second(Bar bar) {
    return new Bar(
        bar.index(),
        1,
        bar.stamp(),
        bar.openTimeMicros(),
        bar.closeTimeMicros(),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        bar.volume());
  }

  private static RunTerms terms(List<Instrument> instruments) {
    return new RunTerms(
        TestRun.RUN,
        "alpha/agent",
        "alpha/agent",
        "sim",
        instruments,
        instruments.stream().map(_ -> 300L).toList(),
        "USD",
        BigDecimal.TEN,
        1);
  }
}
