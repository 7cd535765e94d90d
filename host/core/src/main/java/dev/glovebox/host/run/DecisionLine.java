package dev.glovebox.host.run;

import dev.glovebox.host.model.AsciiText;
import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.DecimalText;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.OrderIntent;
import dev.glovebox.host.model.OrderKey;
import dev.glovebox.host.model.TradingState;
import dev.glovebox.host.model.UntrustedText;
import dev.glovebox.host.order.OrderState;
import dev.glovebox.host.risk.Ruling;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of {@code decisions.jsonl}: the JCS object of a Decision and LF.
 *
 * <p>{@code position} and {@code cash} are those before the decision, as the hooks of this very set
 * saw them: fills that became known with the set are booked. {@code position} is a decimal text in
 * a run of one instrument, an object by instrument id in a run of several. {@code rulings} has one
 * element per intent, in the same order. Not thread-safe: it reuses one buffer.
 */
final class DecisionLine {
  /** Version of the line's form. */
  static final int VERSION = 1;

  private static final byte[] TO_CASH = "],\"cash\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TO_POSITION =
      "\",\"fills\":[],\"intents\":[],\"orders\":[],\"position\":"
          .getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TO_STATE = ",\"risk_state\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END =
      "\",\"rulings\":[],\"v\":1}\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] INSTRUMENT = "{\"instrument\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SHA256 = "\",\"sha256\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ALLOWED =
      "{\"code\":\"OK\",\"limit\":\"\",\"observed\":\"\"}".getBytes(StandardCharsets.US_ASCII);

  private final RunTerms run;
  private final BarHash hashes;
  private final AsciiText text = new AsciiText();
  private final DecimalText cash = new DecimalText();
  private final DecimalText position = new DecimalText();

  DecisionLine(RunTerms run) {
    this.run = run;
    this.hashes = new BarHash(run);
  }

  /** Writes the line of {@code cycle}; it stands in {@link #array} until the next call. */
  void write(Cycle cycle, TradingState state) {
    text.clear().text("{\"bar_index\":").whole(cycle.set.index()).text(",\"bars\":[");
    List<Bar> bars = cycle.set.bars();
    for (int i = 0; i < bars.size(); i++) {
      if (i > 0) {
        text.character(',');
      }
      text.text(INSTRUMENT).text(id(bars.get(i).instrument())).text(SHA256);
      text.hex(hashes.of(bars.get(i))).text("\"}");
    }
    cash.write(cycle.account.cash(), text.text(TO_CASH));
    if (cycle.uneventful()) {
      text.text(TO_POSITION);
      position(cycle.account.positions());
      text.text(TO_STATE).text(state.name()).text(END);
      return;
    }
    text.text("\",\"fills\":[");
    cycle.fills.forEach(this::fill);
    next("],\"intents\":[");
    cycle.intents.forEach(this::intent);
    next("],\"orders\":[");
    cycle.states.forEach(this::order);
    next("],\"position\":");
    position(cycle.account.positions());
    text.text(TO_STATE).text(state.name()).text("\",\"rulings\":[");
    cycle.rulings.forEach(this::ruling);
    next("],\"v\":").whole(VERSION).text("}\n");
  }

  /** Ends a list, whose elements each left a comma behind. */
  private AsciiText next(String after) {
    if (text.array()[text.length() - 1] == ',') {
      text.skip(-1);
    }
    return text.text(after);
  }

  private void fill(BookedFill fill) {
    text.text("{\"bar_index\":").whole(fill.barIndex()).text(",\"effective_time\":\"");
    text.time(fill.effectiveTimeMicros()).text("\",\"fee\":\"").decimal(fill.fee());
    text.text("\",\"instrument\":\"").text(id(fill.instrument())).text("\",\"key\":\"");
    text.key(fill.key()).text("\",\"known_time\":\"").time(fill.knownTimeMicros());
    text.text("\",\"price\":\"").decimal(fill.price()).text("\",\"quantity\":\"");
    text.decimal(fill.quantity()).text("\",\"side\":\"").text(fill.side().name()).text("\"},");
  }

  private void intent(OrderIntent intent) {
    if (intent.terms() instanceof OrderIntent.Market market && market.original().isEmpty()) {
      text.text("{\"call\":").untrusted(intent.call());
      text.text(",\"instrument\":").untrusted(intent.instrumentId());
      text.text(",\"key\":\"").key(intent.key()).text("\",\"quantity\":\"");
      text.decimal(market.quantity()).text("\",\"reduce_only\":");
      text.text(intent.reduceOnly() ? "true" : "false").text(",\"side\":\"");
      text.text(market.side().name()).text("\",\"tag\":").untrusted(intent.tag());
      text.text(",\"type\":\"MARKET\"}");
    } else {
      CanonicalJson.write(json(intent), text);
    }
    text.character(',');
  }

  private void order(OrderKey key, OrderState reached) {
    text.text("{\"key\":\"").key(key).text("\",\"state\":\"").text(reached.name()).text("\"},");
  }

  private void ruling(Ruling ruling) {
    switch (ruling) {
      case Ruling.Allowed _ -> text.text(ALLOWED);
      case Ruling.Denied _ -> CanonicalJson.write(json(ruling), text);
    }
    text.character(',');
  }

  private void position(List<BigDecimal> positions) {
    if (positions.size() == 1) {
      position.write(positions.getFirst(), text.character('"'));
      text.character('"');
    } else {
      CanonicalJson.write(positionJson(positions), text);
    }
  }

  byte[] array() {
    return text.array();
  }

  int length() {
    return text.length();
  }

  /** Returns the Decision as a tree. */
  Json.Obj tree(Cycle cycle, TradingState state) {
    List<Json> bars = new ArrayList<>();
    for (Bar bar : cycle.set.bars()) {
      String hash = HexFormat.of().formatHex(hashes.of(bar));
      bars.add(
          Json.of(Map.of("instrument", Json.of(id(bar.instrument())), "sha256", Json.of(hash))));
    }
    List<Json> orders = new ArrayList<>();
    cycle.states.forEach((key, reached) ->
        orders.add(
            Json.of(Map.of("key", Json.of(key.toString()), "state", Json.of(reached.name())))));
    return Json.of(
        Map.of(
            "v", Json.of(VERSION),
            "bar_index", Json.of(cycle.set.index()),
            "bars", Json.of(bars),
            "position", positionJson(cycle.account.positions()),
            "cash", Json.of(cycle.account.cash()),
            "intents", Json.of(cycle.intents.stream().map(DecisionLine::json).toList()),
            "rulings", Json.of(cycle.rulings.stream().map(DecisionLine::json).toList()),
            "orders", Json.of(orders),
            "fills", Json.of(cycle.fills.stream().map(this::json).toList()),
            "risk_state", Json.of(state.name())));
  }

  /** Returns an intent as Decisions and records show it. */
  static Json.Obj json(OrderIntent intent) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("key", Json.of(intent.key().toString()));
    members.put("call", intent.call().forJson());
    members.put("instrument", intent.instrumentId().forJson());
    members.put("reduce_only", Json.of(intent.reduceOnly()));
    members.put("tag", intent.tag().forJson());
    switch (intent.terms()) {
      case OrderIntent.Market market -> {
        members.put("type", Json.of("MARKET"));
        members.put("side", Json.of(market.side().name()));
        members.put("quantity", Json.of(market.quantity()));
        market.original().map(UntrustedText::forJson).ifPresent(o -> members.put("original", o));
      }
      case OrderIntent.Unsupported unsupported -> members.put("type", unsupported.type().forJson());
      case OrderIntent.Malformed malformed -> {
        members.put("type", Json.of("MARKET"));
        malformed.side().ifPresent(side -> members.put("side", Json.of(side.name())));
        members.put("invalid", malformed.given().forJson());
      }
    }
    return Json.of(members);
  }

  /** Returns a ruling as Decisions show it: code, observed, limit. */
  static Json.Obj json(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Allowed _ ->
          Json.of(Map.of("code", Json.of("OK"), "observed", Json.of(""), "limit", Json.of("")));
      case Ruling.Denied denied ->
          Json.of(
              Map.of(
                  "code", Json.of(denied.code().name()),
                  "observed", Json.of(denied.observed()),
                  "limit", Json.of(denied.limit())));
    };
  }

  private Json.Obj json(BookedFill fill) {
    return json(fill, id(fill.instrument()));
  }

  /** Returns a fill as Decisions and records show it. */
  static Json.Obj json(BookedFill fill, String instrument) {
    AsciiText time = new AsciiText();
    return Json.of(
        Map.of(
            "key", Json.of(fill.key().toString()),
            "instrument", Json.of(instrument),
            "bar_index", Json.of(fill.barIndex()),
            "side", Json.of(fill.side().name()),
            "quantity", Json.of(fill.quantity()),
            "price", Json.of(fill.price()),
            "fee", Json.of(fill.fee()),
            "effective_time", Json.of(time.clear().time(fill.effectiveTimeMicros()).toString()),
            "known_time", Json.of(time.clear().time(fill.knownTimeMicros()).toString())));
  }

  private Json positionJson(List<BigDecimal> positions) {
    if (positions.size() == 1) {
      return Json.of(Decimals.text(positions.getFirst()));
    }
    TreeMap<String, Json> members = new TreeMap<>();
    for (int i = 0; i < positions.size(); i++) {
      members.put(id(i), Json.of(positions.get(i)));
    }
    return Json.of(members);
  }

  private String id(int instrument) {
    return run.instruments().get(instrument).id();
  }
}
