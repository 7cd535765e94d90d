package dev.glovebox.host.app.attacks;

import dev.glovebox.host.app.host.OpenedJail;
import dev.glovebox.jail.Language;
import dev.glovebox.jail.OrderSide;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.RawIntent;
import dev.glovebox.jail.Session;
import dev.glovebox.jail.SetFrame;
import dev.glovebox.jail.StartOrder;
import dev.glovebox.jail.WorkerKind;
import dev.glovebox.jail.WorkerLimits;
import dev.glovebox.jail.Workers;
import dev.glovebox.session.GrpcWorkers;
import dev.glovebox.session.Nonces;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A real single-use worker for each attack, over the real stream with the host's own checks. */
final class OneWorker {
  /** Bars of each run: enough for what adds up. */
  static final int BARS = 4;

  private static final long START_MICROS = 1_704_067_200_000_000L;
  private static final long DAY_MICROS = TimeUnit.DAYS.toMicros(1);

  private final Workers workers;

  OneWorker(OpenedJail jail, Path sockets) {
    this.workers =
        new GrpcWorkers(
            jail.jail(),
            jail.images().workers(),
            sockets,
            () -> new byte[Nonces.NONCE_BYTES],
            System::nanoTime);
  }

  /** Runs one attack with this deadline for each answer. */
  Ending run(Attack attack, Duration wall) {
    int lines = (int) attack.source().lines().count();
    return run(
        WorkerKind.python(Profile.GATE),
        attack.source().getBytes(StandardCharsets.UTF_8),
        IntStream.rangeClosed(1, lines).boxed().toList(),
        wall);
  }

  /** Runs one attack in Java, whatever its form is. */
  Ending run(byte[] form, Duration wall) {
    return run(Profile.GATE, form, wall);
  }

  /** Runs one form of Java in a worker of that profile. */
  Ending run(Profile profile, byte[] form, Duration wall) {
    return run(new WorkerKind(Language.JAVA, profile), form, List.of(), wall);
  }

  private Ending run(WorkerKind kind, byte[] form, List<Integer> lineMap, Duration wall) {
    WorkerLimits limits =
        new WorkerLimits(
            1_000_000, wall, Duration.ofMinutes(2), 256, 64, 200, 4096, 1 << 20, 256, 10_000);
    StartOrder order = order(kind.language(), form, lineMap, limits);
    return switch (workers.open(limits, kind)) {
      case Workers.Failed(Session.Ended end) -> ending(end, List.of(), "");
      case Workers.Open(Session session) -> {
        try (session) {
          yield run(session, order);
        }
      }
    };
  }

  private static Ending run(Session session, StartOrder order) {
    List<String> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    if (session.start(order) instanceof Session.Ended end) {
      lines.addAll(session.drainLog());
      return ending(end, lines, "");
    }
    BigDecimal position = BigDecimal.ZERO;
    for (int bar = 0; bar < BARS; bar++) {
      Session.Answered answered = session.next(List.of(set(bar, position)));
      lines.addAll(session.drainLog());
      switch (answered) {
        case Session.Ended end -> {
          return ending(end, lines, text.toString());
        }
        case Session.Processed processed -> {
          for (RawIntent intent : processed.intents()) {
            text.append(intent.tag());
            position = position.add(filled(intent));
          }
        }
      }
    }
    Session.Finished finished = session.stop();
    lines.addAll(session.drainLog());
    return finished instanceof Session.Ended end
        ? ending(end, lines, text.toString())
        : new Ending(Ending.COMPLETED, Ending.NOBODY, text.toString(), List.copyOf(lines));
  }

  private static BigDecimal filled(RawIntent intent) {
    return intent.kind() instanceof RawIntent.Market(OrderSide side, RawIntent.Amount amount)
            && side == OrderSide.BUY
        ? amount.value().orElse(BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }

  private static Ending ending(Session.Ended end, List<String> lines, String text) {
    return new Ending(
        end.reason().name(),
        end.observedBy().name(),
        text + end.exceptionClass() + end.message(),
        List.copyOf(lines));
  }

  private static SetFrame set(int bar, BigDecimal position) {
    long open = START_MICROS + bar * DAY_MICROS;
    SetFrame.BarValues values =
        new SetFrame.BarValues(
            0, open, open + DAY_MICROS, 10_000, 10_300, 9_900, 10_100 + bar, 1_000, 2, 0);
    return new SetFrame(
        bar,
        List.of(values),
        List.of(),
        List.of(),
        new SetFrame.AccountView("100000", "100000", "100000", List.of(position)));
  }

  private static StartOrder order(
      Language language, byte[] form, List<Integer> lineMap, WorkerLimits limits) {
    return new StartOrder(
        language.text(),
        ByteBuffer.wrap(form),
        lineMap,
        Map.of(),
        List.of(
            new StartOrder.TradedInstrument(
                "AAPL",
                "USD",
                new BigDecimal("0.01"),
                BigDecimal.ONE,
                BigDecimal.ONE,
                TimeUnit.DAYS.toSeconds(1))),
        "USD",
        7,
        limits,
        new StartOrder.SizingTerms("0", "0"),
        language == Language.JAVA ? "Attack.java" : "strategy.py");
  }
}
