package dev.glovebox.strategy.guest;

import dev.glovebox.strategy.Order;
import dev.glovebox.strategy.OrderOptions;
import dev.glovebox.strategy.OrderStatus;
import dev.glovebox.strategy.OrderType;
import dev.glovebox.strategy.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * From order calls to intents. Nothing is judged here: the host checks the grid and every limit.
 *
 * <p>Only doubles are rounded, because a double that a strategy computed is hardly ever on the
 * grid: a quantity toward zero, a price to the side that is better for the strategy.
 */
final class Orders {
  private static final int ORDER_KEY_CHARS_MAX = 64;

  private final Run run;
  private List<Asked> intents = new ArrayList<>();
  private final Set<String> told = new TreeSet<>();
  private int sequence;
  private int hookIntents;
  private boolean overflow;
  private boolean sending = true;

  Orders(Run run) {
    this.run = run;
  }

  void beginHook() {
    hookIntents = 0;
  }

  boolean overflowed() {
    return overflow;
  }

  boolean asked() {
    return !intents.isEmpty();
  }

  List<Asked> take() {
    List<Asked> taken = intents;
    intents = new ArrayList<>();
    return taken;
  }

  void stopSending() {
    sending = false;
  }

  /** {@code buy} and {@code sell}. */
  Optional<String> submit(String call, Side side, Object quantity, OrderOptions options) {
    Keywords keywords = Keywords.of(options);
    Optional<Instrument> found = run.instruments.isEmpty() ? Optional.empty() : at(keywords, call);
    String id = found.map(instrument -> instrument.id).orElse(keywords.instrument());
    Amount given = Amount.of(quantity, found.map(instrument -> instrument.lot), false);
    if (quantity instanceof Double && given.isZero() && given.original().isEmpty()) {
      given = given.from("0");
    }
    if (id.isEmpty()) {
      given = Amount.invalid("instrument is " + keywords.shownInstrument());
    }
    return place(call, side, given, found, new Place(id, keywords));
  }

  private Optional<Instrument> at(Keywords keywords, String call) {
    return keywords.namesInstrument()
        ? Optional.ofNullable(run.byId.get(keywords.instrument()))
        : Optional.of(only(call));
  }

  /** The run's one instrument, or throws. */
  Instrument only(String call) {
    if (run.instruments.size() == 1) {
      return run.instruments.getFirst();
    }
    throw new IllegalArgumentException(
        "this run has several instruments; name one, as in ctx."
            + call
            + ": \""
            + run.instruments.getFirst().id
            + '"');
  }

  /** The instrument of that id, or throws. */
  Instrument known(String id) {
    Instrument found = run.byId.get(id);
    if (found == null) {
      throw new IllegalArgumentException(
          "no instrument " + id + " in this run; there is " + String.join(", ", run.byId.keySet()));
    }
    return found;
  }

  private Instrument known(Keywords keywords, String call) {
    return keywords.namesInstrument() ? known(keywords.instrument()) : only(call);
  }

  /** {@code close}: takes the position to zero. */
  Optional<String> close(OrderOptions options) {
    Keywords keywords = Keywords.of(options);
    return reach("close", BigDecimal.ZERO, known(keywords, "close"), keywords);
  }

  /** {@code target}. */
  Optional<String> target(Object quantity, OrderOptions options) {
    Keywords keywords = Keywords.of(options);
    Instrument found = known(keywords, "target");
    Amount wanted = Amount.of(quantity, Optional.of(found.lot), false);
    if (wanted.value().isEmpty()) {
      return place("target", Side.BUY, wanted, Optional.of(found), new Place(found.id, keywords));
    }
    return reach("target", wanted.value().get(), found, keywords);
  }

  /** {@code target_percent}. */
  Optional<String> targetPercent(Object percent, OrderOptions options) {
    String call = "target_percent";
    Keywords keywords = Keywords.of(options);
    Instrument found = priced(known(keywords, "targetPercent"), "targetPercent");
    Amount share = Amount.of(percent, Optional.empty(), false);
    if (share.value().isEmpty()) {
      return place(call, Side.BUY, share, Optional.of(found), new Place(found.id, keywords));
    }
    BigDecimal notional = share.value().get().multiply(run.equity);
    return reach(call, found.sized(notional), found, keywords);
  }

  /** Returns {@code instrument} if it has a bar, or throws. */
  static Instrument priced(Instrument instrument, String name) {
    if (!instrument.hasBar()) {
      throw new IllegalStateException(name + " needs a bar; there is none yet (use it in onBar)");
    }
    return instrument;
  }

  /** Sends what takes position plus working MARKET orders to {@code wanted}. */
  private Optional<String> reach(
      String call, BigDecimal wanted, Instrument instrument, Keywords keywords) {
    BigDecimal have = instrument.position();
    for (RunOrder order : run.working.values()) {
      if (order.instrument().equals(instrument.id) && order.isWorkingMarket()) {
        have = have.add(order.signedRest());
      }
    }
    BigDecimal missing = Decimals.strip(wanted.subtract(have));
    if (missing.signum() == 0) {
      return Optional.empty();
    }
    Side side = missing.signum() > 0 ? Side.BUY : Side.SELL;
    Amount size = Amount.of(countable(missing.abs()));
    return place(call, side, size, Optional.of(instrument), new Place(instrument.id, keywords));
  }

  /** A quantity in at most 18 digits, toward zero: the host judges what is too large. */
  private static BigDecimal countable(BigDecimal quantity) {
    BigDecimal cut = quantity;
    while (cut.scale() > 0 && cut.unscaledValue().compareTo(Decimals.MANTISSA_LIMIT) >= 0) {
      cut = cut.setScale(cut.scale() - 1, java.math.RoundingMode.DOWN);
    }
    return cut;
  }

  /** Where an order goes and what was said beside its quantity. */
  private record Place(String instrument, Keywords keywords) {}

  private Optional<String> place(
      String call, Side side, Amount quantity, Optional<Instrument> instrument, Place place) {
    if (!quantity.original().isEmpty() && quantity.isZero()) {
      run.log.accept(
          "not sent: "
              + call
              + " of "
              + quantity.original()
              + " "
              + place.instrument()
              + " is less than one lot");
      return Optional.empty();
    }
    boolean buying = side == Side.BUY;
    Optional<BigDecimal> tick = instrument.map(found -> found.tick);
    Keywords keywords = place.keywords();
    Map<String, Amount> amounts = new LinkedHashMap<>();
    amounts.put("quantity", quantity);
    keywords.price("limit").ifPresent(x -> amounts.put("limit", Amount.of(x, tick, !buying)));
    keywords.price("stop").ifPresent(x -> amounts.put("stop", Amount.of(x, tick, buying)));
    keywords.price("trail").ifPresent(x -> amounts.put("trail", Amount.of(x, tick, false)));
    keywords
        .price("trail_percent")
        .ifPresent(x -> amounts.put("trail_percent", Amount.of(x, Optional.empty(), false)));
    return emit(call, kind(amounts), place, Optional.of(side), amounts, "");
  }

  private static String kind(Map<String, Amount> amounts) {
    if (amounts.containsKey("trail") || amounts.containsKey("trail_percent")) {
      return "trailing_stop";
    }
    if (amounts.containsKey("stop")) {
      return amounts.containsKey("limit") ? "stop_limit" : "stop";
    }
    return amounts.containsKey("limit") ? "limit" : "market";
  }

  /** {@code bracket}. */
  Optional<String> bracket(
      Side side, double quantity, double target, double stop, OrderOptions options) {
    Keywords keywords = Keywords.of(options);
    Optional<Instrument> found = at(keywords, "bracket");
    Optional<BigDecimal> tick = found.map(instrument -> instrument.tick);
    boolean selling = side == Side.SELL;
    Map<String, Amount> amounts = new LinkedHashMap<>();
    amounts.put("quantity", Amount.of(quantity, found.map(instrument -> instrument.lot), false));
    keywords.price("limit").ifPresent(x -> amounts.put("limit", Amount.of(x, tick, selling)));
    amounts.put("target", Amount.of(target, tick, !selling));
    amounts.put("stop", Amount.of(stop, tick, selling));
    String id = found.map(instrument -> instrument.id).orElse(keywords.instrument());
    Optional<Side> way = Optional.of(selling ? Side.SELL : Side.BUY);
    return emit("bracket", "bracket", new Place(id, keywords), way, amounts, "");
  }

  /** {@code modify}. */
  Optional<String> modify(String orderId, Optional<Object> quantity, OrderOptions changes) {
    Instrument found = run.instruments.getFirst();
    Keywords keywords = Keywords.of(changes);
    Map<String, Amount> amounts = new LinkedHashMap<>();
    quantity.ifPresent(
        given -> amounts.put("quantity", Amount.of(given, Optional.of(found.lot), false)));
    for (String name : List.of("limit", "stop")) {
      keywords
          .price(name)
          .ifPresent(given -> amounts.put(name, Amount.of(given, Optional.empty(), false)));
    }
    Place place = new Place(found.id, Keywords.of(new OrderOptions()));
    return emit("modify", "modify", place, Optional.empty(), amounts, key(orderId));
  }

  /** {@code cancel}. */
  Optional<String> cancel(String orderId) {
    Place place = new Place(run.instruments.getFirst().id, Keywords.of(new OrderOptions()));
    Map<String, Amount> none = new LinkedHashMap<>();
    return emit("cancel", "cancel", place, Optional.empty(), none, key(orderId));
  }

  private static String key(String orderId) {
    String key = String.valueOf((Object) orderId);
    return key.substring(0, Math.min(key.length(), ORDER_KEY_CHARS_MAX));
  }

  private Optional<String> emit(
      String call,
      String kind,
      Place place,
      Optional<Side> side,
      Map<String, Amount> amounts,
      String orderKey) {
    if (!admit(call)) {
      return Optional.empty();
    }
    Keywords keywords = place.keywords();
    if (!keywords.complaint().isEmpty()) {
      amounts.put("quantity", Amount.invalid(keywords.complaint()));
    }
    if (!kind.equals("market")) {
      tell(kind);
    }
    intents.add(
        new Asked(
            sequence,
            call,
            kind,
            place.instrument(),
            keywords.tag(),
            keywords.reduceOnly(),
            keywords.force(),
            keywords.expiresMicros(),
            side,
            orderKey,
            amounts));
    String key = "o-" + "0".repeat(Math.max(0, 6 - Integer.toString(sequence).length())) + sequence;
    side.ifPresent(way -> remember(key, kind, place, way, amounts));
    return Optional.of(key);
  }

  /** Counts one call that emits an intent; false if nothing is sent now. */
  private boolean admit(String call) {
    if (!sending) {
      run.log.accept("not sent: orders in on_stop are too late (" + call + ")");
      return false;
    }
    if (overflow || hookIntents >= run.terms.intentsMax()) {
      overflow = true;
      throw new TooMany("more than " + run.terms.intentsMax() + " orders in one hook call");
    }
    hookIntents++;
    sequence++;
    return true;
  }

  /** Writes once what becomes of a kind of order that is not traded yet, and what to do instead. */
  private void tell(String kind) {
    if (!told.add(kind)) {
      return;
    }
    String instead =
        kind.equals("modify") || kind.equals("cancel")
            ? "a market order fills at the next open; ctx.target(q) orders what is missing"
            : "keep the level in a field and call ctx.buy or ctx.close once bar.close() has passed"
                + " it";
    run.log.accept("denied, ORDER_TYPE_UNSUPPORTED: " + kind + " is not traded yet; " + instead);
  }

  private void remember(
      String key, String kind, Place place, Side side, Map<String, Amount> amounts) {
    run.working.put(
        key,
        new RunOrder(
            key,
            place.instrument(),
            side,
            OrderType.valueOf(kind.toUpperCase(Locale.ROOT)),
            new Order.Exact(
                value(amounts, "quantity"),
                BigDecimal.ZERO,
                value(amounts, "limit"),
                value(amounts, "stop")),
            OrderStatus.PLANNED,
            "",
            place.keywords().tag()));
  }

  private static Optional<BigDecimal> value(Map<String, Amount> amounts, String name) {
    Amount amount = amounts.get(name);
    return amount == null ? Optional.empty() : amount.value();
  }

  /** More order calls in one hook call than allowed. Ends the run. */
  @SuppressWarnings("serial") // never serialized
  private static final class TooMany extends Error {
    TooMany(String message) {
      super(message, null, false, false);
    }
  }
}
