package dev.glovebox.worker.java;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.glovebox.proto.worker.v1.BarSet;
import dev.glovebox.proto.worker.v1.Fill;
import dev.glovebox.proto.worker.v1.Instrument;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.Limits;
import dev.glovebox.proto.worker.v1.OrderUpdate;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Strategy;
import dev.glovebox.strategy.guest.BarFigures;
import dev.glovebox.strategy.guest.MeteredThread;
import dev.glovebox.strategy.guest.Run;
import dev.glovebox.strategy.guest.RunFill;
import dev.glovebox.strategy.guest.RunOrder;
import dev.glovebox.worker.guest.FaultCode;
import dev.glovebox.worker.guest.Guest;
import dev.glovebox.worker.guest.GuestFault;
import dev.glovebox.worker.guest.LogSink;
import dev.glovebox.worker.guest.SetCursor;
import dev.glovebox.worker.guest.SetReader;
import dev.glovebox.worker.guest.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A strategy in Java: its classes in a loader of their own, verified once more before any is
 * defined. Needs a thread with a meter and a large stack.
 *
 * <p>A budget is renewed where the Python guest renews it: for module, constructor, and each hook
 * call; the {@code onBar} calls of one set share one.
 */
public final class JavaGuest implements Guest {
  /** The only language this guest speaks. */
  public static final String LANGUAGE = "java";

  private static final int WARMUP_BARS_MAX = 10_000_000;

  private final Verification verification;
  private final LogSink log = new LogSink();
  private final SetReader reader = new SetReader();
  private Running running = new Running();

  /** What there is once a run has begun. */
  private static final class Running {
    Run run = new Run(new Run.Terms(0, 1, 1, BigDecimal.ZERO, BigDecimal.ZERO), _ -> {});
    Feed feed = new Feed(run);
    Faults faults = new Faults(new LogSink(), run);
    CandidateLoader loader = new CandidateLoader(new Candidate("", Map.of(), _ -> false));
    Strategy strategy = new Strategy() {};
    boolean bySet;
    boolean started;
    long steps;
    int calls;
  }

  /** What runs code of the strategy. */
  @FunctionalInterface
  private interface Hook {
    void run() throws Throwable;
  }

  /** A guest whose classes {@code verification} reads. */
  public JavaGuest(Verification verification) {
    this.verification = verification;
  }

  /** Name and version of what runs the strategy, for example {@code java 25.0.1+8}. */
  public static String engineVersion() {
    return "java " + Runtime.version();
  }

  @Override
  public Ready construct(Start start) throws GuestFault {
    if (!start.getLanguage().equals(LANGUAGE)) {
      throw new GuestFault(FaultCode.WORKER_FAULT, "no guest for this language", "", 0, "");
    }
    Candidate candidate;
    try {
      candidate = verification.verified(start.getPreparedForm().toByteArray());
    } catch (Verification.RefusedException e) {
      throw new GuestFault(
          FaultCode.POLICY_VIOLATION, String.valueOf(e.getMessage()), "class", 0, "");
    }
    running = configured(start, candidate);
    Blueprint[] found = new Blueprint[1];
    call("class", () -> found[0] = blueprint(candidate));
    Map<String, Object> parameters = parameters(found[0], start);
    running.run.parameters(parameters);
    running.bySet = found[0].bySet();
    call("constructor", () -> running.strategy = found[0].make(parameters));
    int[] warmup = new int[1];
    call("warmupBars", () -> warmup[0] = running.strategy.warmupBars());
    if (warmup[0] < 0 || warmup[0] > WARMUP_BARS_MAX) {
      throw shape("warmupBars", "warmupBars is a whole number from 0, not " + warmup[0]);
    }
    running.run.warmUp(warmup[0]);
    return Ready.newBuilder()
        .setWarmupBars(warmup[0])
        .setStrategyClass(Texts.cut(found[0].name(), Texts.NAME_BYTES_MAX))
        .addAllParameters(Parameters.told(parameters))
        .build();
  }

  private Running configured(Start start, Candidate candidate) {
    Limits limits = start.getLimits();
    log.limit(limits.getLogLineBytesMax(), limits.getLogRunBytesMax());
    Running made = new Running();
    made.steps = limits.getStatementsPerHookMax();
    made.calls = limits.getRecursionMax();
    made.run =
        new Run(
            new Run.Terms(
                start.getSeed(),
                Math.max(1, limits.getHistoryBarsMax()),
                limits.getIntentsPerHookMax(),
                new BigDecimal(start.getSizing().getReserveBuffer()),
                new BigDecimal(start.getSizing().getFeeBasisPoints())),
            log::line);
    for (Instrument instrument : start.getInstrumentsList()) {
      made.run.addInstrument(
          instrument.getId(),
          Feed.decimal(instrument.getTick()),
          Feed.decimal(instrument.getLot()),
          Feed.decimal(instrument.getMultiplier()));
    }
    made.feed = new Feed(made.run);
    made.faults = new Faults(log, made.run);
    made.loader = new CandidateLoader(candidate);
    return made;
  }

  private Blueprint blueprint(Candidate candidate) throws ClassNotFoundException, GuestFault {
    try {
      return Blueprint.of(Class.forName(candidate.strategy(), true, running.loader));
    } catch (Blueprint.ShapeException e) {
      throw shape("class", String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, Object> parameters(Blueprint found, Start start) throws GuestFault {
    try {
      return Parameters.of(found, start.getParametersList());
    } catch (Blueprint.ShapeException e) {
      throw shape("constructor", String.valueOf(e.getMessage()));
    } catch (Parameters.InvalidException e) {
      throw new GuestFault(
          FaultCode.PARAMETER_INVALID,
          String.valueOf(e.getMessage()),
          "constructor",
          0,
          "ParameterInvalid");
    }
  }

  private static GuestFault shape(String hook, String why) {
    return new GuestFault(FaultCode.STRATEGY_ERROR, why, hook, 0, "StrategyShape");
  }

  /** Runs code of the strategy with a budget of its own. */
  private void call(String hook, Hook code) throws GuestFault {
    MeteredThread.current().begin(running.steps, running.calls);
    running.run.beginHook();
    try {
      code.run();
    } catch (GuestFault fault) {
      throw fault;
    } catch (Throwable thrown) {
      throw running.faults.classify(hook, thrown, running.loader);
    }
    running.faults.check(hook);
  }

  @Override
  public List<Intent> process(SetCursor sets) throws GuestFault {
    ByteString set = sets.next();
    if (!running.bySet && running.started && reader.read(set)) {
      bar();
    } else {
      whole(read(set));
    }
    sets.moveOn();
    if (!running.run.asked()) {
      return List.of();
    }
    List<Intent> intents = new ArrayList<>();
    running.run.take().forEach(asked -> intents.add(Intents.of(asked)));
    return List.copyOf(intents);
  }

  private static BarSet read(ByteString set) throws GuestFault {
    try {
      return BarSet.parseFrom(set);
    } catch (InvalidProtocolBufferException e) {
      throw new GuestFault(FaultCode.WORKER_FAULT, "a set that is none", "", 0, "");
    }
  }

  /** The common case: one bar, and nothing else that is new but the account. */
  private void bar() throws GuestFault {
    Run run = running.run;
    running.feed.see(reader);
    run.begin(reader.index(), reader.closeTime());
    BarFigures bar = running.feed.bar(reader);
    run.add(reader.instrument(), bar);
    call("onBar", () -> running.strategy.onBar(run.context(), bar));
  }

  private void whole(BarSet set) throws GuestFault {
    Run run = running.run;
    Feed feed = running.feed;
    feed.see(set.getAccount());
    if (!running.started) {
      running.started = true;
      run.begin(-1, set.getBars(0).getOpenTimeUs());
      call("onStart", () -> running.strategy.onStart(run.context()));
    }
    run.begin(set.getBarIndex(), set.getBars(0).getCloseTimeUs());
    set.getBarsList().forEach(bar -> run.add(bar.getInstrument(), feed.bar(bar)));
    news(set);
    if (running.bySet) {
      call("onBars", () -> running.strategy.onBars(run.context(), run.bars()));
    } else {
      call("onBar", this::eachBar);
    }
  }

  private void eachBar() {
    for (Bar bar : running.run.barList()) {
      running.run.look(bar);
      running.strategy.onBar(running.run.context(), bar);
    }
  }

  private void news(BarSet set) throws GuestFault {
    Run run = running.run;
    List<RunFill> fills = new ArrayList<>();
    for (Fill told : set.getFillsList()) {
      RunFill fill = running.feed.fill(told);
      run.fill(fill);
      fills.add(fill);
    }
    List<RunOrder> ended = new ArrayList<>();
    for (OrderUpdate told : set.getOrderUpdatesList()) {
      ended.add(run.end(running.feed.update(told)));
    }
    for (RunFill fill : fills) {
      call("onFill", () -> running.strategy.onFill(run.context(), fill));
    }
    for (RunOrder order : ended) {
      call("onOrder", () -> running.strategy.onOrder(run.context(), order));
    }
  }

  @Override
  public void stop() throws GuestFault {
    running.run.stopSending();
    call("onStop", () -> running.strategy.onStop(running.run.context()));
  }

  @Override
  public List<String> drainLog() {
    return log.drain();
  }

  @Override
  public List<String> drainLogToTheEnd() {
    return log.drainToTheEnd();
  }
}
