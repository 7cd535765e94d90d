package dev.glovebox.host.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.audit.AuditLog;
import dev.glovebox.host.audit.AuditSettings;
import dev.glovebox.host.audit.Environment;
import dev.glovebox.host.audit.Origin;
import dev.glovebox.host.audit.RunJournal;
import dev.glovebox.host.clock.SystemClock;
import dev.glovebox.host.keys.FileKeys;
import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.market.Feed;
import dev.glovebox.host.market.SeriesFeed;
import dev.glovebox.host.market.SeriesReader;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import dev.glovebox.host.model.TradingState;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.order.MemoryOrderStore;
import dev.glovebox.host.order.OrderDesk;
import dev.glovebox.host.payload.PayloadSink;
import dev.glovebox.host.payload.PayloadStore;
import dev.glovebox.host.plan.TokenMint;
import dev.glovebox.host.report.ReportWriter;
import dev.glovebox.host.risk.RiskTerms;
import dev.glovebox.host.run.BookedFill;
import dev.glovebox.host.run.MarkedAccount;
import dev.glovebox.host.run.RunEnd;
import dev.glovebox.host.run.RunLoop;
import dev.glovebox.host.run.RunRecords;
import dev.glovebox.host.run.RunSink;
import dev.glovebox.host.run.RunTerms;
import dev.glovebox.host.venue.Costs;
import dev.glovebox.host.venue.SimulatedVenue;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * CPU time of the host's thread per bar: reading the stored series, the seven steps, the journal
 * with its seal, and the three files with theirs. The worker is a method call that costs nothing.
 *
 * <p>Prints and asserts no time; {@code docs/benchmarks.md} says how it is run.
 */
final class HostOverheadBenchmark {
  private static final int BARS = Integer.getInteger("glovebox.benchmarks.host.bars", 20_000);
  private static final int ROUNDS = Integer.getInteger("glovebox.benchmarks.host.rounds", 2);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final TeamId TEAM = new TeamId("alpha");

  @TempDir private Path data;

  @Test
  void costOfABar() {
    Origin origin = new Origin("glovebox-0123456789abcdef");
    FileKeys keys =
        FileKeys.create(
            data.resolve("keys"), origin.keyName(Environment.DEVELOPMENT), new SecureRandom());
    try (AuditLog log =
        AuditLog.open(
            AuditSettings.below(data, origin, Environment.DEVELOPMENT), new SystemClock(), keys)) {
      PayloadStore payloads = new PayloadStore(data.resolve("payload"));
      Sha256 series = series(payloads, BARS);
      for (int round = 0; round < ROUNDS; round++) {
        print("no order, block 256", drive(new Place(log, keys, payloads), series, 256, 0, round));
        print("no order, lock-step", drive(new Place(log, keys, payloads), series, 1, 0, round));
        print("an order on every bar", drive(new Place(log, keys, payloads), series, 1, 1, round));
      }
    }
  }

  private static void print(String what, Cost cost) {
    System.out.printf(
        Locale.ROOT,
        "benchmark: host thread, %-22s %6.2f us CPU a bar, %6d bytes allocated a bar, %d records%n",
        what + ':',
        cost.nanos() / 1000.0 / BARS,
        cost.bytes() / BARS,
        cost.records());
  }

  private record Cost(long nanos, long bytes, long records) {}

  private record Place(AuditLog log, FileKeys keys, PayloadStore payloads) {}

  private static RunTerms terms(RunId run, int block) {
    Instrument instrument =
        new Instrument(
            "AAA", "USD", new BigDecimal("0.01"), new BigDecimal("0.01"), BigDecimal.ONE);
    return new RunTerms(
        run,
        "alpha/agent",
        "alpha/agent",
        Wiring.SIMULATED_VENUE,
        List.of(instrument),
        List.of(60L),
        "USD",
        new BigDecimal("100000"),
        block);
  }

  /** One run through real parts; only the worker answers by itself. */
  private Cost drive(Place place, Sha256 series, int block, int every, int round) {
    RunTerms terms =
        terms(new RunId(TEAM, "run-" + block + "x" + every + "x" + round + "x00000000"), block);
    RunId run = terms.run();
    List<Instrument> instruments = terms.instruments();
    SubLedger ledger = new SubLedger("USD", terms.capital(), instruments);
    Costs costs = Costs.ofBasisPoints(BigDecimal.ZERO, BigDecimal.ZERO);
    SimulatedVenue venue =
        new SimulatedVenue(
            Wiring.SIMULATED_VENUE,
            instruments,
            costs,
            key -> ledger.available().add(ledger.reservedFor(key)));
    TokenMint mint = new TokenMint(place.log().origin().value(), place.keys());
    OrderDesk desk = new OrderDesk(mint, new MemoryOrderStore(1), venue, () -> false, id -> 0);
    RiskTerms risk =
        new RiskTerms(
            instruments,
            TestHost.LIMITS,
            costs.feeRate(),
            costs.halfSpread(),
            () -> TradingState.ACTIVE);
    PayloadStore payloads = place.payloads();
    long bytes = allocated();
    long nanos = THREADS.getCurrentThreadCpuTime();
    try (RunJournal journal =
            place.log().journal(run, data.resolve("payload/journals/" + run.value()), payloads);
        Feed feed = new SeriesFeed(SeriesReader.open(payloads, TEAM, series));
        PayloadSink decisions = payloads.sink(TEAM);
        PayloadSink fills = payloads.sink(TEAM);
        PayloadSink equity = payloads.sink(TEAM)) {
      RunLoop loop =
          new RunLoop(
              terms,
              new RunLoop.Parts(
                  ledger,
                  risk,
                  feed,
                  new VenueOrders(journal, "alpha/agent", mint, desk, venue, 1),
                  new RunRecords(journal, run, "alpha/agent"),
                  new Sink(new ReportWriter(terms, decisions, fills, equity))),
              () -> false);
      RunEnd end = loop.run(new Instant(every), START);
      assertThat(end.outcome()).isEqualTo(RunEnd.Outcome.COMPLETED);
      assertThat(loop.completed()).isEqualTo(BARS);
      assertThat(decisions.commit().bytes()).isPositive();
      assertThat(fills.commit().bytes()).isPositive();
      assertThat(equity.commit().bytes()).isPositive();
      long records = journal.seal().records();
      return new Cost(THREADS.getCurrentThreadCpuTime() - nanos, allocated() - bytes, records);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long allocated() {
    return THREADS instanceof com.sun.management.ThreadMXBean sun
        ? sun.getCurrentThreadAllocatedBytes()
        : 0;
  }

  /** A seeded random walk of one-minute bars in the canonical form. */
  private static Sha256 series(PayloadStore payloads, int bars) {
    StringBuilder text = new StringBuilder(bars * 72);
    text.append("{\"bars\":").append(bars).append(",\"date_only\":false,\"gaps\":0,");
    text.append("\"interval_seconds\":60,\"price_scale\":2,\"stamp\":\"open\",\"v\":1}\n");
    Random random = new Random(7);
    long price = 1_000_000;
    java.time.LocalDateTime time = java.time.LocalDateTime.of(2010, 1, 4, 0, 0);
    for (int i = 0; i < bars; i++) {
      long open = price;
      price = Math.max(10_000, open + random.nextInt(25) - 12);
      long high = Math.max(open, price) + random.nextInt(6);
      long low = Math.min(open, price) - random.nextInt(6);
      text.append(time.toEpochSecond(java.time.ZoneOffset.UTC)).append("000000,");
      text.append(time.toString().replace('T', ' ')).append(":00");
      for (long figure : new long[] {open, high, low, price}) {
        text.append(',').append(BigDecimal.valueOf(figure, 2).stripTrailingZeros().toPlainString());
      }
      text.append(',').append(1 + random.nextInt(9_999)).append('\n');
      time = time.plusMinutes(1);
    }
    return payloads.put(TEAM, text.toString().getBytes(StandardCharsets.US_ASCII)).hash();
  }

  private record Sink(ReportWriter report) implements RunSink {
    @Override
    public void completed(
        BarSet set, MarkedAccount account, List<BookedFill> fills, byte[] line, int length) {
      report.completed(set, account, fills, line, length);
    }

    @Override
    public boolean hashesDecisions() {
      return true;
    }

    @Override
    public void logged(List<UntrustedText> lines) {}
  }

  private static final StartOrder START =
      new StartOrder(
          "python",
          ByteBuffer.allocate(0),
          List.of(),
          Map.of(),
          List.of(),
          "USD",
          0,
          WorkerLimits.DEFAULT,
          new StartOrder.SizingTerms("0", "0"),
          "test.py");

  /** Answers at once; orders on every {@code every}th set, buying and selling in turn. */
  private static final class Instant implements Session {
    private final int every;
    private int sequence;
    private int asked;
    private long sets;

    Instant(int every) {
      this.every = every;
    }

    @Override
    public Started start(StartOrder order) {
      return new Ready(0, "Instant", List.of(), "none", "25");
    }

    @Override
    public void send(List<SetFrame> sets) {
      asked = sets.size();
    }

    @Override
    public Answered answer() {
      this.sets += asked;
      if (every == 0 || this.sets % every != 0) {
        return new Processed(asked, List.of(), 1);
      }
      sequence++;
      RawIntent.Kind kind =
          new RawIntent.Market(
              sequence % 2 == 1 ? OrderSide.BUY : OrderSide.SELL,
              new RawIntent.Amount(
                  Optional.of(BigDecimal.ONE), Optional.empty(), Optional.empty()));
      String call = sequence % 2 == 1 ? "buy" : "sell";
      return new Processed(
          asked, List.of(new RawIntent(sequence, "AAA", "", call, false, kind)), 1);
    }

    @Override
    public Finished stop() {
      return new Done();
    }

    @Override
    public List<String> drainLog() {
      return List.of();
    }

    @Override
    public List<String> isolationMeasures() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
