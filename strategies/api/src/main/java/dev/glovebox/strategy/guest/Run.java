package dev.glovebox.strategy.guest;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Bars;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What one run knows inside the guest. Fed by the worker, on the guest's thread. */
public final class Run {
  private static final int BASIS_POINT_SCALE = 4;

  // Up to 15 digits the shortest text of a double is the decimal it came from.
  private static final long SHORT_MANTISSA = 1_000_000_000_000_000L;

  final Terms terms;
  final Consumer<String> log;
  final BigDecimal fee;
  final List<Instrument> instruments = new ArrayList<>();
  final Map<String, Instrument> byId = new LinkedHashMap<>();
  final Map<String, RunOrder> working = new LinkedHashMap<>();
  Map<String, Object> params = Map.of();
  BigDecimal cash = BigDecimal.ZERO;
  BigDecimal available = BigDecimal.ZERO;
  BigDecimal equity = BigDecimal.ZERO;
  int index = -1;
  long now;
  int warmup;
  private List<Bar> bars = List.of();
  private final Orders orders = new Orders(this);
  private final Context context = new RunContext(this, orders);

  /**
   * The terms of a run.
   *
   * @param historyMax most bars that are kept of each instrument
   * @param intentsMax most order calls of one hook
   * @param reserve share of an order's value that is kept back when it is sized
   * @param feeBasisPoints the fee it is sized with
   */
  public record Terms(
      long seed, int historyMax, int intentsMax, BigDecimal reserve, BigDecimal feeBasisPoints) {}

  /** A run that writes its log to {@code log}, one text for each call. */
  public Run(Terms terms, Consumer<String> log) {
    this.terms = terms;
    this.log = log;
    this.fee = terms.feeBasisPoints().movePointLeft(BASIS_POINT_SCALE);
  }

  /** Takes the terms of the next instrument, in the run's order. */
  public void addInstrument(String id, BigDecimal tick, BigDecimal lot, BigDecimal multiplier) {
    Instrument instrument = new Instrument(id, tick, lot, multiplier);
    instruments.add(instrument);
    byId.put(id, instrument);
  }

  /** Takes the parameters in force. */
  public void parameters(Map<String, Object> inForce) {
    params = inForce;
  }

  /** Takes the number of bars during which orders are denied. */
  public void warmUp(int warmupBars) {
    warmup = warmupBars;
  }

  /** Takes the run's cash figures. */
  public void account(BigDecimal newCash, BigDecimal newAvailable, BigDecimal newEquity) {
    cash = Decimals.strip(newCash);
    available = Decimals.strip(newAvailable);
    equity = Decimals.strip(newEquity);
  }

  /** Takes the position in one instrument. */
  public void position(int instrument, BigDecimal signed) {
    instruments.get(instrument).hold(signed);
  }

  /** Starts a new set. */
  public void begin(int barIndex, long micros) {
    index = barIndex;
    now = micros;
    bars = List.of();
  }

  /** Takes the next bar of the set. */
  public void add(int instrument, BarFigures bar) {
    instruments.get(instrument).add(bar, terms.historyMax());
    if (bars.isEmpty()) {
      bars = List.of(bar);
    } else {
      List<Bar> more = new ArrayList<>(bars);
      more.add(bar);
      bars = more;
    }
    look(bar);
  }

  /** Makes a bar's close the number whose exact value needs no text. */
  public void look(Bar bar) {
    MeteredThread thread = MeteredThread.current();
    if (bar instanceof BarFigures figures) {
      long close = figures.closeMantissa();
      boolean isShort = close < SHORT_MANTISSA && close > -SHORT_MANTISSA;
      thread.look(isShort ? figures.close() : Double.NaN, close, figures.priceScale());
    }
  }

  /** The instrument's id at a place. */
  public String idOf(int instrument) {
    return instruments.get(instrument).id;
  }

  /** The bars of the set. */
  public Bars bars() {
    return new RunBars(List.copyOf(bars));
  }

  /** The bars of the set, as a list. */
  public List<Bar> barList() {
    return bars;
  }

  /** Takes a fill that became known with this set. */
  public void fill(RunFill fill) {
    if (fill.isLast()) {
      working.remove(fill.orderId());
    } else {
      working.computeIfPresent(fill.orderId(), (_, order) -> order.with(fill));
    }
  }

  /** Takes the end of an order that did not fill, and returns it as the strategy sees it. */
  public RunOrder end(RunOrder told) {
    RunOrder known = working.remove(told.id());
    if (known == null) {
      return told;
    }
    // What was asked for is better known here: a nonsense quantity has no number there.
    return new RunOrder(
        told.id(),
        told.instrument(),
        known.side(),
        known.type(),
        new Order.Exact(
            known.exact().quantity(),
            told.exact().filled(),
            known.exact().limit(),
            known.exact().stop()),
        told.status(),
        told.code(),
        known.tag());
  }

  /** What the hooks are given. */
  public Context context() {
    return context;
  }

  /** Begins one hook: its order calls are counted from here on. */
  public void beginHook() {
    orders.beginHook();
  }

  /** True once a hook asked for too many orders. */
  public boolean overflowed() {
    return orders.overflowed();
  }

  /** True if an order call waits to be taken. */
  public boolean asked() {
    return orders.asked();
  }

  /** Returns what was asked for since the last call. */
  public List<Asked> take() {
    return orders.take();
  }

  /** From here on orders are too late. */
  public void stopSending() {
    orders.stopSending();
  }
}
