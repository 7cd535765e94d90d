package dev.glovebox.image;

import dev.glovebox.jail.HeldFolder;
import dev.glovebox.jail.Jail;
import dev.glovebox.jail.JailedProcess;
import dev.glovebox.jail.Language;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.ProcessImage;
import dev.glovebox.jail.ProcessLimits;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.SetFrame.BarValues;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.Tier;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.session.GrpcWorkers;
import dev.glovebox.session.Nonces;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** One worker from its hello to its end, over a wavy series in which every order fills. */
final class RunRehearsal {
  private static final int BLOCK = 16;
  private static final int LOCK_STEP_BARS = 80;
  private static final Duration EXIT_WAIT_MAX = Duration.ofMinutes(5);

  /** A recording JVM is slower than usual. */
  private static final WorkerLimits LIMITS =
      new WorkerLimits(
          1_000_000,
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          512,
          64,
          200,
          4 * 1024,
          1024 * 1024,
          256,
          10_000);

  private static final String CASH = "100000";

  private final Seen jail;
  private final ProcessImage image;
  private final Sample sample;
  private final List<SetFrame.FillNotice> fills = new ArrayList<>();
  private BigDecimal position = BigDecimal.ZERO;

  /**
   * What is run.
   *
   * @param form as a worker loads it
   * @param lines of the form, each its own submitted one; 0 where forms have no lines
   */
  record Sample(Language language, ByteBuffer form, int lines, String fileName) {
    /** The sample is in normal form: each line is its own. */
    static Sample python() {
      byte[] source = Samples.strategy(Language.PYTHON);
      int lines = (int) new String(source, StandardCharsets.UTF_8).lines().count();
      return new Sample(Language.PYTHON, ByteBuffer.wrap(source), lines, "rehearsal.py");
    }

    /** Classes that were prepared from the sample. */
    static Sample java(ByteBuffer form) {
      return new Sample(Language.JAVA, form, 0, "Rehearsal.java");
    }
  }

  RunRehearsal(Jail jail, ProcessImage image, Sample sample) {
    this.jail = new Seen(jail);
    this.image = image;
    this.sample = sample;
  }

  /** Remembers the process it started, so that its end can be waited for. */
  private static final class Seen implements Jail {
    private final Jail jail;
    private Optional<JailedProcess> process = Optional.empty();

    Seen(Jail jail) {
      this.jail = jail;
    }

    @Override
    public Tier tier() {
      return jail.tier();
    }

    @Override
    public List<String> isolationMeasures() {
      return jail.isolationMeasures();
    }

    @Override
    public JailedProcess start(ProcessImage image, ProcessLimits limits, Optional<Path> socket)
        throws IOException {
      JailedProcess started = jail.start(image, limits, socket);
      process = Optional.of(started);
      return started;
    }

    @Override
    public void close() {
      jail.close();
    }
  }

  /** Holds the run; returns why it did not go as it should. */
  Optional<String> hold() {
    WorkerKind kind = new WorkerKind(sample.language(), Profile.GATE);
    // Not below the folder of images: a socket's path must be short.
    try (HeldFolder sockets =
        HeldFolder.make(Path.of(System.getProperty("java.io.tmpdir")), HeldFolder.Kind.IMAGES)) {
      Workers workers =
          new GrpcWorkers(
              jail,
              Map.of(kind, image),
              sockets.path(),
              () -> new byte[Nonces.NONCE_BYTES],
              System::nanoTime);
      return switch (workers.open(LIMITS, kind)) {
        case Workers.Open(Session session) -> run(session);
        case Workers.Failed(Session.Ended end) -> Optional.of(end.message());
      };
    } catch (IOException e) {
      return Optional.of("no folder for a socket");
    }
  }

  private Optional<String> run(Session session) {
    try (session) {
      if (session.start(order()) instanceof Session.Ended end) {
        return Optional.of("the sample did not start: " + end.reason() + " " + end.message());
      }
      int next = 0;
      while (next < Samples.BARS) {
        int count =
            next < LOCK_STEP_BARS || !fills.isEmpty() ? 1 : Math.min(BLOCK, Samples.BARS - next);
        switch (session.next(sets(next, count))) {
          case Session.Processed processed -> {
            next += processed.consumed();
            fill(processed.intents(), next - 1);
          }
          case Session.Ended end -> {
            return Optional.of("the sample ended: " + end.reason() + " " + end.message());
          }
        }
      }
      if (session.stop() instanceof Session.Ended end) {
        return Optional.of("the sample did not stop: " + end.reason());
      }
      boolean gone = jail.process.flatMap(worker -> worker.awaitExit(EXIT_WAIT_MAX)).isPresent();
      return gone ? Optional.empty() : Optional.of("the process did not end");
    }
  }

  private List<SetFrame> sets(int first, int count) {
    List<SetFrame.FillNotice> known = List.copyOf(fills);
    fills.clear();
    SetFrame.AccountView account = new SetFrame.AccountView(CASH, CASH, CASH, List.of(position));
    return IntStream.range(first, first + count)
        .mapToObj(index ->
            new SetFrame(
                index,
                List.of(Samples.bar(index)),
                index == first ? known : List.of(),
                List.of(),
                account))
        .toList();
  }

  private void fill(List<RawIntent> intents, int index) {
    for (RawIntent intent : intents) {
      if (intent.kind() instanceof RawIntent.Market(OrderSide side, RawIntent.Amount amount)) {
        BigDecimal quantity = amount.value().orElse(BigDecimal.ONE);
        position = side == OrderSide.BUY ? position.add(quantity) : position.subtract(quantity);
        BarValues bar = Samples.bar(index + 1);
        fills.add(
            new SetFrame.FillNotice(
                String.format("o-%06d", intent.sequence()),
                0,
                side,
                quantity,
                BigDecimal.valueOf(bar.open(), Samples.PRICE_SCALE),
                "0",
                bar.openTimeMicros(),
                bar.closeTimeMicros(),
                BigDecimal.ZERO,
                intent.tag()));
      }
    }
  }

  private StartOrder order() {
    return new StartOrder(
        sample.language().text(),
        sample.form(),
        IntStream.rangeClosed(1, sample.lines()).boxed().toList(),
        Map.of("fast", "4"),
        List.of(
            new StartOrder.TradedInstrument(
                "SAMPLE",
                "USD",
                new BigDecimal("0.01"),
                new BigDecimal("0.00000001"),
                BigDecimal.ONE,
                TimeUnit.DAYS.toSeconds(1))),
        "USD",
        0,
        LIMITS,
        new StartOrder.SizingTerms("0", "0"),
        sample.fileName());
  }
}
