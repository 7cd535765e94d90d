package dev.glovebox.worker.python;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.glovebox.proto.worker.v1.AccountView;
import dev.glovebox.proto.worker.v1.Bar;
import dev.glovebox.proto.worker.v1.BarSet;
import dev.glovebox.proto.worker.v1.Decimal;
import dev.glovebox.proto.worker.v1.Fill;
import dev.glovebox.proto.worker.v1.Instrument;
import dev.glovebox.proto.worker.v1.Intent;
import dev.glovebox.proto.worker.v1.Limits;
import dev.glovebox.proto.worker.v1.OrderUpdate;
import dev.glovebox.proto.worker.v1.Parameter;
import dev.glovebox.proto.worker.v1.ParameterValue;
import dev.glovebox.proto.worker.v1.Ready;
import dev.glovebox.proto.worker.v1.Start;
import dev.glovebox.worker.guest.FaultCode;
import dev.glovebox.worker.guest.Guest;
import dev.glovebox.worker.guest.GuestFault;
import dev.glovebox.worker.guest.SetCursor;
import dev.glovebox.worker.guest.Texts;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * A Python strategy in its context.
 *
 * <p>The context is made ahead of the start order, with the usual budget, because that takes most
 * of a worker's start; a start order with another budget gets a new one.
 */
public final class PythonGuest implements Guest, AutoCloseable {
  /** Statements per call that a context is made for ahead of the start order. */
  public static final long STATEMENTS_DEFAULT = 1_000_000;

  /** The only language this guest speaks. */
  public static final String LANGUAGE = "python";

  private final PythonEngine engine;
  private PythonContext python;
  private Faults faults;
  private Calls calls;
  private Hooks hooks;
  private SetFeed feed;
  private boolean started;
  private String barHook = "on_bar";
  private boolean barByBar = true;
  private int intentsMax;
  private int historyBarsMax = 1;
  private int setsSinceTrim;
  private final List<Value> ids = new ArrayList<>();

  /** Makes a context; takes about a second in a cold process. */
  public PythonGuest(PythonEngine engine) {
    this.engine = engine;
    this.python = engine.context(STATEMENTS_DEFAULT);
    this.faults = new Faults(python);
    this.calls = new Calls(python, faults);
    this.hooks = new Hooks(python);
    this.feed = SetFeed.of(python);
  }

  /** Name and version of the guest engine, for example {@code graalpy 25.0.3}. */
  public String engineVersion() {
    return python.version();
  }

  /** Ends the context and whatever still runs in it. */
  @Override
  public void close() {
    python.context().close(true);
  }

  @Override
  public Ready construct(Start start) throws GuestFault {
    if (!start.getLanguage().equals(LANGUAGE)) {
      throw new GuestFault(FaultCode.WORKER_FAULT, "no guest for this language", "", 0, "");
    }
    Limits limits = start.getLimits();
    if (limits.getStatementsPerHookMax() != STATEMENTS_DEFAULT) {
      python = engine.context(limits.getStatementsPerHookMax());
      faults = new Faults(python);
      calls = new Calls(python, faults);
      hooks = new Hooks(python);
      feed = SetFeed.of(python);
    }
    faults.map(start.getFileName(), start.getLineMapList());
    configure(start);
    calls.call("module", hooks.load, start.getPreparedForm().toStringUtf8(), start.getFileName());
    String name = calls.call("module", hooks.find).asString();
    barHook = calls.call("module", hooks.barHook).asString();
    barByBar = barHook.equals("on_bar");
    List<Object> given = new ArrayList<>();
    for (Parameter parameter : start.getParametersList()) {
      given.add(parameter.getName());
      given.add(parameter.getValue());
    }
    calls.call("__init__", hooks.construct, given.toArray());
    int warmup = calls.call("warmup_bars", hooks.warmup).asInt();
    Ready.Builder ready =
        Ready.newBuilder()
            .setWarmupBars(warmup)
            .setStrategyClass(Texts.cut(name, Texts.NAME_BYTES_MAX));
    parameters(ready, calls.call("__init__", hooks.parameters));
    return ready.build();
  }

  private void configure(Start start) {
    Limits limits = start.getLimits();
    python.log().limit(limits.getLogLineBytesMax(), limits.getLogRunBytesMax());
    intentsMax = limits.getIntentsPerHookMax();
    calls.limit(intentsMax);
    historyBarsMax = Math.max(1, limits.getHistoryBarsMax());
    hooks.setSeed.execute(start.getSeed());
    hooks.configure.execute(
        start.getSeed(),
        limits.getHistoryBarsMax(),
        intentsMax,
        start.getSizing().getReserveBuffer(),
        start.getSizing().getFeeBasisPoints());
    for (Instrument instrument : start.getInstrumentsList()) {
      ids.add(
          hooks.addInstrument.execute(
              instrument.getId(),
              instrument.getCurrency(),
              instrument.getTick().getMantissa(),
              instrument.getTick().getScale(),
              instrument.getLot().getMantissa(),
              instrument.getLot().getScale(),
              instrument.getMultiplier().getMantissa(),
              instrument.getMultiplier().getScale(),
              instrument.getIntervalSeconds()));
    }
    python.recursionLimit().execute(limits.getRecursionMax());
    CallDepth.limit(limits.getRecursionMax());
  }

  private static void parameters(Ready.Builder ready, Value list) {
    for (long i = 0; i < list.getArraySize(); i++) {
      Value parameter = list.getArrayElement(i);
      ready.addParameters(
          ParameterValue.newBuilder()
              .setName(Texts.cut(parameter.getArrayElement(0).asString(), Texts.NAME_BYTES_MAX))
              .setType(parameter.getArrayElement(1).asString())
              .setValue(Texts.cut(parameter.getArrayElement(2).asString(), Texts.VALUE_BYTES_MAX)));
    }
  }

  @Override
  public List<Intent> process(SetCursor sets) throws GuestFault {
    try {
      int pending = hooks(sets);
      if (pending == 0) {
        return List.of();
      }
      Value taken = calls.call("intents", hooks.take);
      calls.taken();
      return IntentReader.read(taken, pending);
    } catch (PolyglotException | ClassCastException | IllegalArgumentException e) {
      // Only a strategy that reached into the API's private state gets here.
      throw new GuestFault(
          FaultCode.STRATEGY_ERROR, "the strategy API's state is spoilt", barHook, 0, "");
    }
  }

  private int hooks(SetCursor sets) throws GuestFault {
    if (++setsSinceTrim >= historyBarsMax) {
      setsSinceTrim = 0;
      python.context().resetLimits();
      hooks.trim.executeVoid();
    }
    if (barByBar && started && feed.takes(sets)) {
      return run(sets);
    }
    int pending = one(read(sets.next()));
    sets.moveOn();
    return pending;
  }

  private static BarSet read(ByteString set) throws GuestFault {
    try {
      return BarSet.parseFrom(set);
    } catch (InvalidProtocolBufferException e) {
      throw new GuestFault(FaultCode.WORKER_FAULT, "a set that is none", "", 0, "");
    }
  }

  /** The common case: sets of one bar, and nothing else that is new but cash. */
  private int run(SetCursor sets) throws GuestFault {
    feed.moved().ifPresent(this::see);
    int before = sets.consumed();
    feed.open(sets, historyBarsMax - setsSinceTrim);
    int pending = calls.hook(barHook, hooks.run);
    feed.close();
    if (sets.consumed() == before) {
      // The driver's loop takes what it is given, while it is the driver's.
      throw new IllegalArgumentException("no set was taken");
    }
    setsSinceTrim += sets.consumed() - before - 1;
    return pending;
  }

  private int one(BarSet set) throws GuestFault {
    if (barByBar
        && started
        && set.getBarsCount() == 1
        && set.getOrderUpdatesCount() == 0
        && set.getFillsCount() == 1
        && ids.size() == 1
        && Arguments.isShort(set.getBars(0).getClose())) {
      return filled(set, set.getBars(0));
    }
    see(set.getAccount());
    int pending = 0;
    if (!started) {
      started = true;
      hooks.setClock.execute(set.getBars(0).getOpenTimeUs());
      hooks.begin.execute(-1, set.getBars(0).getOpenTimeUs());
      pending = calls.hook("on_start", hooks.start);
    }
    long now = set.getBars(0).getCloseTimeUs();
    hooks.setClock.execute(now);
    hooks.begin.execute(set.getBarIndex(), now);
    for (Bar bar : set.getBarsList()) {
      hooks.addBar.execute(Arguments.bar(bar, ids.get(bar.getInstrument())));
    }
    pending = Math.max(pending, news(set));
    return Math.max(pending, calls.hook(barHook, hooks.bar));
  }

  private int filled(BarSet set, Bar bar) throws GuestFault {
    feed.knows(set.getAccount());
    python.context().resetLimits();
    hooks.filled.executeVoid(Arguments.filled(set, bar, ids.getFirst()));
    int pending = calls.hook("on_fill", hooks.fill, 0);
    return Math.max(pending, calls.hook(barHook, hooks.again));
  }

  private int news(BarSet set) throws GuestFault {
    for (Fill fill : set.getFillsList()) {
      hooks.addFill.execute(Arguments.fill(fill));
    }
    for (OrderUpdate update : set.getOrderUpdatesList()) {
      hooks.addUpdate.execute(Arguments.update(update));
    }
    int pending = 0;
    for (int i = 0; i < set.getFillsCount(); i++) {
      pending = calls.hook("on_fill", hooks.fill, i);
    }
    for (int i = 0; i < set.getOrderUpdatesCount(); i++) {
      pending = calls.hook("on_order", hooks.order, i);
    }
    return pending;
  }

  private void see(AccountView view) {
    // What the worker itself does for a set is no business of the hook before it.
    python.context().resetLimits();
    if (view.equals(feed.account())) {
      return;
    }
    feed.knows(view);
    hooks.setAccount.execute(view.getCash(), view.getAvailable(), view.getEquity());
    for (int i = 0; i < view.getPositionsCount(); i++) {
      Decimal position = view.getPositions(i);
      hooks.setPosition.execute(
          i,
          position.getMantissa(),
          position.getScale(),
          Doubles.nearest(position.getMantissa(), position.getScale()));
    }
  }

  @Override
  public void stop() throws GuestFault {
    calls.hook("on_stop", hooks.stop);
  }

  @Override
  public List<String> drainLog() {
    return python.log().drain();
  }

  @Override
  public List<String> drainLogToTheEnd() {
    return python.log().drainToTheEnd();
  }
}
