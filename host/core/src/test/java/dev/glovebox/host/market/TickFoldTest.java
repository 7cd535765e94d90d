package dev.glovebox.host.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.host.TestHost;
import dev.glovebox.host.clock.ReplayClock;
import dev.glovebox.host.identity.Caller;
import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.run.GoldenBars;
import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.SharedPostgres;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Trades become bars, and a recording plays them back as they came. */
@Timeout(60)
@ExtendWith(SharedPostgres.class)
final class TickFoldTest {
  private static final long SECOND = 1_000_000;
  private static final long MINUTE = 60 * SECOND;

  /** SHA-256 of the reference file of bars that were folded from the same trades elsewhere. */
  private static final String GOLDEN_SHA256 =
      "5b1222af38a26ec56b2b3b93ae32053b5c0957dbea7ecf621a946c91f445a001";

  private final Database database;
  private final Path data;
  private final TestHost host;
  private final Caller ann = TestHost.agent(TestHost.newTeam(), "ann");
  private final ReplayClock clock = new ReplayClock(TestHost.NOW_MICROS);

  TickFoldTest(Database database, @TempDir Path data) {
    this.database = database;
    this.data = data;
    this.host = new TestHost(data);
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void foldsTheReferenceTradesIntoTheReferenceBars() {
    Series series = importTicks(reference(), "close", 300);
    assertThat(series.bars()).isEqualTo(1_917);
    assertThat(series.gaps()).isEqualTo(4);
    assertThat(series.ticks()).isPresent();
    StringBuilder file = new StringBuilder("datetime,open,high,low,close,volume\r\n");
    List<SeriesBar> bars = bars(series);
    for (SeriesBar bar : bars) {
      file.append(bar.stamp()).append(',').append(Decimals.text(bar.open()));
      file.append(',').append(Decimals.text(bar.high()));
      file.append(',').append(Decimals.text(bar.low()));
      file.append(',').append(Decimals.text(bar.close()));
      file.append(',').append(Decimals.text(bar.volume())).append("\r\n");
    }
    assertThat(Sha256.of(file.toString().getBytes(StandardCharsets.UTF_8)).hex())
        .isEqualTo(GOLDEN_SHA256);
    assertThat(bars).hasSameSizeAs(GoldenBars.bitstamp());

    List<BarSet> played = all(feed(series, series.ticks(), Optional.empty(), nanos -> true));
    try (SeriesFeed stored =
        new SeriesFeed(SeriesReader.open(host.payloads(), ann.team(), series.hash()))) {
      assertThat(played).isEqualTo(all(stored));
    }
  }

  @Test
  void aBarHoldsWhatTradedFromItsOpenUpToItsClose() {
    Series series =
        importTicks(
            List.of(
                tick(59, "10", "1"),
                tick(60, "11", "0"),
                tick(119, "9.5", "2.25"),
                tick(119, "10.5", "0.75"),
                tick(300, "12", "100")),
            "open",
            60);
    assertThat(bars(series))
        .containsExactly(
            bar(0, "1970-01-01 00:00:00", "10", "10", "10", "10", "1"),
            bar(MINUTE, "1970-01-01 00:01:00", "11", "11", "9.5", "10.5", "3"),
            bar(5 * MINUTE, "1970-01-01 00:05:00", "12", "12", "12", "12", "100"));
    assertThat(series.gaps()).isEqualTo(3);
    assertThat(bars(importTicks(List.of(tick(59, "10", "1")), "close", 60)).getFirst().stamp())
        .isEqualTo("1970-01-01 00:01:00");
  }

  @Test
  void theSameBarsImportedAsAFileLearnTheirTicks() {
    List<Tick> ticks = List.of(tick(0, "10", "1"), tick(60, "11", "2"));
    Series folded = importTicks(ticks, "open", 60);
    database.execute("UPDATE series SET ticks = NULL WHERE team = ?", ann.team().value());
    assertThat(library(ticks).find(ann, folded.hash()).ticks()).isEmpty();
    assertThat(importTicks(ticks, "open", 60).ticks()).isEqualTo(folded.ticks());
  }

  @Test
  void refusesWhatHasNoIntervalOrTooManyDigits() {
    refused(Code.BAR_INTERVAL_REQUIRED, () -> importTicks(List.of(tick(0, "1", "1")), "open", 0));
    List<Tick> long18 = List.of(tick(0, "1", "999999999999999999"), tick(1, "1", "0.000000000001"));
    refused(Code.BAR_LIMIT_DIGITS, () -> importTicks(long18, "open", 60));
    refused(Code.IMPORT_FAILED, () -> importTicks(List.of(), "open", 60));
    refused(
        Code.IMPORT_FAILED,
        () -> importTicks(List.of(tick(1, "1", "1"), tick(0, "1", "1")), "open", 60));
  }

  @Test
  void theClockClosesBarsAtTheSpeedOfTheRecording() {
    Series series =
        importTicks(
            List.of(tick(10, "1", "1"), tick(70, "2", "1"), tick(500, "3", "1")), "open", 60);
    List<Long> pauses = new ArrayList<>();
    RecordedFeed feed =
        feed(
            series,
            series.ticks(),
            Optional.of(new BigDecimal("2")),
            nanos -> {
              pauses.add(Math.max(0, nanos));
              clock.advanceMicros(Math.max(0, nanos) / 1_000);
              return true;
            });
    long start = clock.nowMicros();
    assertThat(feed.next().orElseThrow().closeTimeMicros()).isEqualTo(MINUTE);
    assertThat(clock.nowMicros() - start)
        .as("50 s of the market after its first tick, twice as fast")
        .isEqualTo(25 * SECOND);
    assertThat(feed.next().orElseThrow().closeTimeMicros()).isEqualTo(2 * MINUTE);
    assertThat(clock.nowMicros() - start)
        .as("the clock closes the bar, not the next tick")
        .isEqualTo(55 * SECOND);
    pauses.clear();
    clock.advanceMicros(1_000 * SECOND);
    assertThat(feed.next().orElseThrow().closeTimeMicros()).isEqualTo(9 * MINUTE);
    assertThat(feed.next()).isEmpty();
    assertThat(pauses).as("what is late waits for nothing").containsOnly(0L);
    feed.close();
  }

  @Test
  void givesEveryLateBarInOrder() {
    Series series =
        importTicks(
            List.of(tick(0, "1", "1"), tick(60, "2", "1"), tick(120, "3", "1")), "open", 60);
    RecordedFeed feed = feed(series, Optional.empty(), Optional.of(BigDecimal.ONE), this::pass);
    assertThat(feed.next()).isPresent();
    clock.advanceMicros(10_000 * SECOND);
    assertThat(feed.next().orElseThrow().index()).isEqualTo(1);
    assertThat(feed.next().orElseThrow().index()).isEqualTo(2);
    feed.close();
  }

  private boolean pass(long nanos) {
    clock.advanceMicros(Math.max(0, nanos) / 1_000);
    return true;
  }

  @Test
  void aFeedThatWaitsIsWokenToEnd() throws InterruptedException {
    Series series = importTicks(List.of(tick(0, "1", "1")), "open", 60);
    EndSignal signal = new EndSignal();
    RecordedFeed feed = feed(series, series.ticks(), Optional.of(new BigDecimal("0.001")), signal);
    List<Optional<BarSet>> answers = new ArrayList<>();
    Thread reader = Thread.ofPlatform().start(() -> answers.add(feed.next()));
    while (reader.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    signal.end();
    reader.join();
    assertThat(answers).containsExactly(Optional.empty());
    feed.close();
  }

  @Test
  void aTapeOfOtherTradesThanThoseOfTheSeriesIsRefused() {
    Series series = importTicks(List.of(tick(0, "1", "1"), tick(60, "2", "1")), "open", 60);
    for (List<Tick> other :
        List.of(
            List.of(tick(0, "1", "1"), tick(60, "2", "1.5")),
            List.of(tick(0, "1", "1")),
            List.of(tick(0, "1", "1"), tick(60, "2", "1"), tick(120, "2", "1")))) {
      Series swapped = importTicks(other, "open", 60);
      try (RecordedFeed feed = feed(series, swapped.ticks(), Optional.empty(), nanos -> true)) {
        refused(Code.SERIES_INVALID, () -> all(feed));
      }
    }
  }

  private RecordedFeed feed(
      Series series, Optional<Sha256> ticks, Optional<BigDecimal> speed, Waiting waiting) {
    return RecordedFeed.open(
        host.payloads(), ann.team(), series.hash(), ticks, new Pace(clock, speed, waiting));
  }

  private static List<BarSet> all(Feed feed) {
    List<BarSet> sets = new ArrayList<>();
    for (Optional<BarSet> set = feed.next(); set.isPresent(); set = feed.next()) {
      sets.add(set.get());
    }
    return sets;
  }

  private List<SeriesBar> bars(Series series) {
    List<SeriesBar> bars = new ArrayList<>();
    try (SeriesReader reader = SeriesReader.open(host.payloads(), ann.team(), series.hash())) {
      for (Optional<SeriesBar> bar = reader.next(); bar.isPresent(); bar = reader.next()) {
        bars.add(bar.get());
      }
    }
    return bars;
  }

  private Series importTicks(List<Tick> ticks, String stamp, long interval) {
    byte[] file = ticks.toString().getBytes(StandardCharsets.UTF_8);
    return library(ticks).importTicks(ann, new ByteArrayInputStream(file), stamp, interval);
  }

  private StoredSeries library(List<Tick> ticks) {
    return new StoredSeries(
        database,
        host.payloads(),
        host.log(),
        host.clock(),
        (file, stamp, interval, sink) -> new BarImport.Answer.Failed("no bars here"),
        (file, sink) -> {
          ticks.forEach(sink::tick);
          return new TickImport.Answer.Imported();
        },
        data.resolve("spool"));
  }

  private static List<Tick> reference() {
    return GoldenBars.lines("/bitstamp_trades_from_20131125_usd.csv").stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(trade -> tick(Long.parseLong(trade[0]), trade[1], trade[2]))
        .toList();
  }

  private static Tick tick(long seconds, String price, String amount) {
    return new Tick(seconds * SECOND, new BigDecimal(price), new BigDecimal(amount));
  }

  private static SeriesBar bar(
      long open, String stamp, String first, String high, String low, String last, String volume) {
    return new SeriesBar(
        open,
        stamp,
        new BigDecimal(first),
        new BigDecimal(high),
        new BigDecimal(low),
        new BigDecimal(last),
        new BigDecimal(volume));
  }

  private static void refused(Code code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
