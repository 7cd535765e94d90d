package dev.glovebox.strategy.guest;

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Order;
import dev.glovebox.strategy.OrderOptions;
import dev.glovebox.strategy.Rounding;
import dev.glovebox.strategy.Side;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The context of a run. */
final class RunContext implements Context {
  private static final OrderOptions NONE = new OrderOptions();

  private final Run run;
  private final Orders orders;
  private Optional<Random> random = Optional.empty();

  RunContext(Run run, Orders orders) {
    this.run = run;
    this.orders = orders;
  }

  @Override
  public OffsetDateTime now() {
    return BarFigures.moment(run.now);
  }

  @Override
  public int barIndex() {
    return run.index;
  }

  @Override
  public boolean warmingUp() {
    return Math.max(run.index, 0) < run.warmup;
  }

  @Override
  public String instrument() {
    return orders.only("instrument").id;
  }

  @Override
  public List<String> instruments() {
    return List.copyOf(run.byId.keySet());
  }

  @Override
  public Map<String, Object> params() {
    return run.params;
  }

  @Override
  public double position() {
    return orders.only("positionOf").shown();
  }

  @Override
  public double cash() {
    return Decimals.nearest(run.cash);
  }

  @Override
  public double available() {
    return Decimals.nearest(run.available);
  }

  @Override
  public double equity() {
    return Decimals.nearest(run.equity);
  }

  @Override
  public Exact exact() {
    Optional<BigDecimal> position =
        run.instruments.size() == 1
            ? Optional.of(run.instruments.getFirst().position())
            : Optional.empty();
    return new Exact(position, run.cash, run.available, run.equity);
  }

  @Override
  public double positionOf(String instrument) {
    return orders.known(instrument).shown();
  }

  @Override
  public Bar bar() {
    return Orders.priced(orders.only("bar"), "bar()").last();
  }

  @Override
  public Bar bar(String instrument) {
    return Orders.priced(orders.known(instrument), "bar()").last();
  }

  @Override
  public List<Bar> history(int n) {
    return orders.only("history").newest(count(n));
  }

  @Override
  public List<Bar> history(int n, String instrument) {
    return orders.known(instrument).newest(count(n));
  }

  @Override
  public double[] closes(int n) {
    return orders.only("closes").closes(count(n));
  }

  @Override
  public double[] closes(int n, String instrument) {
    return orders.known(instrument).closes(count(n));
  }

  private int count(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("a number of bars is 0 or more, not " + n);
    }
    if (n > run.terms.historyMax()) {
      throw new IllegalArgumentException(
          "at most " + run.terms.historyMax() + " bars of history are kept");
    }
    return n;
  }

  @Override
  public List<Order> orders() {
    return List.copyOf(run.working.values());
  }

  @Override
  public List<Order> working() {
    return working(orders.only("working").id);
  }

  @Override
  public List<Order> working(String instrument) {
    String wanted = orders.known(instrument).id;
    return orders().stream().filter(order -> order.instrument().equals(wanted)).toList();
  }

  @Override
  public double maxQuantity() {
    return Decimals.nearest(affordable(orders.only("maxQuantity")));
  }

  @Override
  public double maxQuantity(String instrument) {
    return Decimals.nearest(affordable(orders.known(instrument)));
  }

  private BigDecimal affordable(Instrument instrument) {
    return Orders.priced(instrument, "maxQuantity")
        .affordable(run.available, run.terms.reserve(), run.fee);
  }

  @Override
  public double sizeFor(double notional) {
    return sized(orders.only("sizeFor"), notional);
  }

  @Override
  public double sizeFor(double notional, String instrument) {
    return sized(orders.known(instrument), notional);
  }

  private double sized(Instrument instrument, double notional) {
    BigDecimal size = Orders.priced(instrument, "sizeFor").sized(number(notional));
    return Decimals.nearest(size.min(affordable(instrument)));
  }

  private static BigDecimal number(double x) {
    return Decimals.shortest(x)
        .orElseThrow(() -> new IllegalArgumentException("not a finite number: " + x));
  }

  @Override
  public double roundPrice(double price) {
    return roundPrice(price, Rounding.DOWN);
  }

  @Override
  public double roundPrice(double price, Rounding direction) {
    return rounded(price, direction, orders.only("roundPrice"));
  }

  @Override
  public double roundPrice(double price, Rounding direction, String instrument) {
    return rounded(price, direction, orders.known(instrument));
  }

  private static double rounded(double price, Rounding direction, Instrument instrument) {
    BigDecimal exact = number(price);
    boolean away = (direction == Rounding.UP) == (exact.signum() >= 0);
    return Decimals.nearest(Decimals.quotientTo(exact, BigDecimal.ONE, instrument.tick, away));
  }

  @Override
  public Random random() {
    Random made = random.orElseGet(() -> new Random(run.terms.seed()));
    random = Optional.of(made);
    return made;
  }

  @Override
  public void log(String text) {
    run.log.accept(String.valueOf((Object) text));
  }

  @Override
  public Optional<String> buy(double quantity) {
    return orders.submit("buy", Side.BUY, quantity, NONE);
  }

  @Override
  public Optional<String> buy(long quantity) {
    return orders.submit("buy", Side.BUY, quantity, NONE);
  }

  @Override
  public Optional<String> buy(BigDecimal quantity) {
    return orders.submit("buy", Side.BUY, quantity, NONE);
  }

  @Override
  public Optional<String> buy(double quantity, OrderOptions options) {
    return orders.submit("buy", Side.BUY, quantity, options);
  }

  @Override
  public Optional<String> buy(long quantity, OrderOptions options) {
    return orders.submit("buy", Side.BUY, quantity, options);
  }

  @Override
  public Optional<String> buy(BigDecimal quantity, OrderOptions options) {
    return orders.submit("buy", Side.BUY, quantity, options);
  }

  @Override
  public Optional<String> sell(double quantity) {
    return orders.submit("sell", Side.SELL, quantity, NONE);
  }

  @Override
  public Optional<String> sell(long quantity) {
    return orders.submit("sell", Side.SELL, quantity, NONE);
  }

  @Override
  public Optional<String> sell(BigDecimal quantity) {
    return orders.submit("sell", Side.SELL, quantity, NONE);
  }

  @Override
  public Optional<String> sell(double quantity, OrderOptions options) {
    return orders.submit("sell", Side.SELL, quantity, options);
  }

  @Override
  public Optional<String> sell(long quantity, OrderOptions options) {
    return orders.submit("sell", Side.SELL, quantity, options);
  }

  @Override
  public Optional<String> sell(BigDecimal quantity, OrderOptions options) {
    return orders.submit("sell", Side.SELL, quantity, options);
  }

  @Override
  public Optional<String> close() {
    return orders.close(NONE);
  }

  @Override
  public Optional<String> close(String instrument) {
    return orders.close(NONE.instrument(instrument));
  }

  @Override
  public Optional<String> close(OrderOptions options) {
    return orders.close(options);
  }

  @Override
  public Optional<String> target(double quantity) {
    return orders.target(quantity, NONE);
  }

  @Override
  public Optional<String> target(long quantity) {
    return orders.target(quantity, NONE);
  }

  @Override
  public Optional<String> target(BigDecimal quantity) {
    return orders.target(quantity, NONE);
  }

  @Override
  public Optional<String> target(double quantity, OrderOptions options) {
    return orders.target(quantity, options);
  }

  @Override
  public Optional<String> target(long quantity, OrderOptions options) {
    return orders.target(quantity, options);
  }

  @Override
  public Optional<String> target(BigDecimal quantity, OrderOptions options) {
    return orders.target(quantity, options);
  }

  @Override
  public Optional<String> targetPercent(double percent) {
    return orders.targetPercent(percent, NONE);
  }

  @Override
  public Optional<String> targetPercent(double percent, OrderOptions options) {
    return orders.targetPercent(percent, options);
  }

  @Override
  public Optional<String> bracket(Side side, double quantity, double target, double stop) {
    return orders.bracket(side, quantity, target, stop, NONE);
  }

  @Override
  public Optional<String> bracket(
      Side side, double quantity, double target, double stop, OrderOptions options) {
    return orders.bracket(side, quantity, target, stop, options);
  }

  @Override
  public Optional<String> modify(String orderId, double quantity, OrderOptions changes) {
    return orders.modify(orderId, Optional.of(quantity), changes);
  }

  @Override
  public Optional<String> modify(String orderId, OrderOptions changes) {
    return orders.modify(orderId, Optional.empty(), changes);
  }

  @Override
  public Optional<String> cancel(String orderId) {
    return orders.cancel(orderId);
  }
}
