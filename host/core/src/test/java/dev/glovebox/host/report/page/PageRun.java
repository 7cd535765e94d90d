package dev.glovebox.host.report.page;

import dev.glovebox.host.market.BarImport.SeriesBar;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The files of a made-up run of any length: a price that swings, a position that is opened and
 * closed every so many bars. Public for the tests in a browser.
 */
public final class PageRun {
  private static final BigDecimal CAPITAL = new BigDecimal("100000");
  private static final BigDecimal QUANTITY = new BigDecimal("500");

  private final int bars;
  private final int every;
  private final Map<String, Json> report = new TreeMap<>();
  private final Map<String, Json> spec = new TreeMap<>();
  private Optional<Json.Obj> said = Optional.empty();
  private Optional<Json.Obj> check = Optional.empty();
  private String tag = "";
  private String call = "buy";
  private boolean withBars = true;

  /**
   * A run of {@code bars} completed bars that trades every {@code every} bars; 0 = never. Nothing
   * of it depends on the time or on chance.
   */
  public PageRun(int bars, int every) {
    this.bars = bars;
    this.every = every;
    report("version", Json.of(1));
    report("run_id", Json.of("run-0123456789abcdef"));
    report("artifact_sha256", Json.of(hash("artifact")));
    report("prepared_sha256", Json.of(hash("prepared")));
    report("runspec_sha256", Json.of(hash("runspec")));
    report("decision_digest", Json.of("d1:" + hash("decisions")));
    report("indicative", Json.of(false));
    report("outcome", Json.of("COMPLETED"));
    report("code", Json.of("OK"));
    report("observed_by", Json.of("HOST"));
    report("tier", Json.of("process"));
    report(
        "isolation_measures",
        Json.of(List.of(Json.of("own process"), Json.of("cleared environment"))));
    report("bars", Json.of(bars));
    report("bars_completed", Json.of(bars));
    parameter("fast", "5");
    spec.put("mode", Json.of("BACKTEST"));
    spec.put("block", Json.of(1));
    spec.put("account", Json.of(Map.of("cash", Json.of(Map.of("USD", Json.of(CAPITAL))))));
    spec.put("fees", Json.of(Map.of("basis_points", Json.of("5"))));
    spec.put("costs", Json.of(Map.of("half_spread_basis_points", Json.of("1"))));
    spec.put(
        "instruments",
        Json.of(List.of(Json.of(Map.of("id", Json.of("SWING"), "tick", Json.of("0.01"))))));
  }

  /** Replaces a member of report.json. */
  public PageRun report(String name, Json value) {
    report.put(name, value);
    return this;
  }

  /** Replaces the strategy's one parameter. */
  public PageRun parameter(String name, String value) {
    spec.put("parameters", Json.of(Map.of(name, Json.of(value))));
    return this;
  }

  /** Has the strategy say something. */
  public PageRun said(String fileName, String message, List<String> log) {
    said =
        Optional.of(
            Json.of(
                Map.of(
                    "file_name", Json.of(fileName),
                    "message", Json.of(message),
                    "log", Json.of(log.stream().map(Json::of).toList()),
                    "log_lines", Json.of(log.size()))));
    return this;
  }

  /** Gives each intent a tag and the call that made it. */
  public PageRun intents(String withCall, String withTag) {
    call = withCall;
    tag = withTag;
    return this;
  }

  /** Adds the honesty checks. */
  public PageRun check(Json.Obj document) {
    check = Optional.of(document);
    return this;
  }

  /** Takes the series away. */
  public PageRun withoutBars() {
    withBars = false;
    return this;
  }

  /** Returns what the page is made from. */
  public PageInput input() {
    StringBuilder fills =
        new StringBuilder(
            "bar_index,time,instrument,order_id,side,quantity,price,fee,cash_after,position_after\n");
    StringBuilder equity = new StringBuilder("bar_index,time,cash,position_value,equity\n");
    StringBuilder decisions = new StringBuilder();
    Totals totals = new Totals();
    for (int i = 0; i < bars; i++) {
      totals.bar(i, fills, equity, decisions);
    }
    report.putIfAbsent("metrics", totals.metrics());
    report.putIfAbsent(
        "orders",
        Json.of(
            Map.of(
                "intents", Json.of(totals.orders + 1L),
                "denied", Json.of(1),
                "placed", Json.of(totals.orders),
                "filled", Json.of(totals.orders),
                "rejected", Json.of(0),
                "expired", Json.of(0),
                "strategy_errors", Json.of(0))));
    return new PageInput(
        Json.of(report),
        Json.of(spec),
        said,
        () -> stream(fills),
        () -> stream(equity),
        () -> stream(decisions),
        () -> withBars && bars > 0 ? Optional.of(new Bars(bars)) : Optional.empty(),
        check,
        OptionalLong.of(3),
        OptionalLong.of(12_345));
  }

  private static InputStream stream(StringBuilder text) throws IOException {
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String of) {
    return Sha256.of(of.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static String time(int bar) {
    return LocalDate.of(2013, 1, 2).plusDays(bar) + " 00:00:00";
  }

  private static BigDecimal price(int bar) {
    double swing = 100 + 20 * Math.sin(bar / 17.0) + 6 * Math.sin(bar / 3.1) + bar % 7 * 0.3;
    return new BigDecimal(swing).setScale(2, RoundingMode.HALF_EVEN);
  }

  /** Walks the run. */
  private final class Totals {
    private BigDecimal cash = CAPITAL;
    private BigDecimal position = BigDecimal.ZERO;
    private BigDecimal equityNow = CAPITAL;
    private BigDecimal fees = BigDecimal.ZERO;
    private long orders;
    private long trips;
    private boolean waiting;

    private void bar(int i, StringBuilder fills, StringBuilder equity, StringBuilder decisions) {
      List<Json> filled = new ArrayList<>();
      if (waiting) {
        filled.add(fill(i, fills));
      }
      BigDecimal value = position.multiply(price(i));
      equityNow = cash.add(value);
      equity.append(i).append(',').append(time(i)).append(',').append(text(cash)).append(',');
      equity.append(text(value)).append(',').append(text(equityNow)).append('\n');
      waiting = every > 0 && i % every == every - 1 && i < bars - 1;
      List<Json> intents = new ArrayList<>();
      List<Json> rulings = new ArrayList<>();
      if (waiting) {
        intents.add(intent("o-" + orders, QUANTITY));
        rulings.add(ruling("OK", "", ""));
      }
      if (i == 0) {
        intents.add(intent("o-000000", new BigDecimal("99999")));
        rulings.add(ruling("BUYING_POWER", "9999900", "100000"));
      }
      decisions.append(
          Json.of(
                  Map.of(
                      "v", Json.of(1),
                      "bar_index", Json.of(i),
                      "bars", Json.of(List.of()),
                      "position", Json.of(position),
                      "cash", Json.of(cash),
                      "intents", Json.of(intents),
                      "rulings", Json.of(rulings),
                      "orders", Json.of(List.of()),
                      "fills", Json.of(filled),
                      "risk_state", Json.of("ACTIVE")))
              .text());
      decisions.append('\n');
    }

    private Json fill(int i, StringBuilder fills) {
      boolean buy = position.signum() == 0;
      BigDecimal price = price(i - 1);
      BigDecimal fee = new BigDecimal("1.25");
      cash = buy ? cash.subtract(price.multiply(QUANTITY)) : cash.add(price.multiply(QUANTITY));
      cash = cash.subtract(fee);
      position = buy ? QUANTITY : BigDecimal.ZERO;
      trips += buy ? 0 : 1;
      fees = fees.add(fee);
      orders++;
      String row =
          String.join(
              ",",
              Integer.toString(i),
              time(i),
              "SWING",
              "o-" + orders,
              buy ? "BUY" : "SELL",
              text(QUANTITY),
              text(price),
              text(fee),
              text(cash),
              text(position));
      fills.append(row).append('\n');
      return Json.of(
          Map.of(
              "key", Json.of("o-" + orders),
              "instrument", Json.of("SWING"),
              "side", Json.of(buy ? "BUY" : "SELL"),
              "quantity", Json.of(QUANTITY),
              "price", Json.of(price)));
    }

    private Json intent(String key, BigDecimal quantity) {
      return Json.of(
          Map.of(
              "key", Json.of(key),
              "call", Json.of(call),
              "instrument", Json.of("SWING"),
              "tag", Json.of(tag),
              "type", Json.of("MARKET"),
              "side", Json.of(position.signum() == 0 ? "BUY" : "SELL"),
              "quantity", Json.of(quantity)));
    }

    private Json ruling(String code, String observed, String limit) {
      return Json.of(
          Map.of("code", Json.of(code), "observed", Json.of(observed), "limit", Json.of(limit)));
    }

    private Json metrics() {
      return Json.of(
          Map.of(
              "total_return", Json.of(equityNow.divide(CAPITAL).subtract(BigDecimal.ONE)),
              "max_drawdown", Json.of("0.05"),
              "sharpe", new Json.Null(),
              "periods_per_year", Json.of("252"),
              "trades", Json.of(trips),
              "fees", Json.of(fees),
              "spread_cost", Json.of("0"),
              "final_cash", Json.of(cash),
              "final_equity", Json.of(equityNow)));
    }
  }

  private static String text(BigDecimal value) {
    return dev.glovebox.host.model.Decimals.text(value);
  }

  private static final class Bars implements PageInput.Bars {
    private final int bars;
    private int next;

    private Bars(int bars) {
      this.bars = bars;
    }

    @Override
    public Optional<SeriesBar> next() {
      if (next == bars) {
        return Optional.empty();
      }
      BigDecimal close = price(next);
      BigDecimal open = next == 0 ? close : price(next - 1);
      SeriesBar bar =
          new SeriesBar(
              next * 86_400_000_000L,
              time(next),
              open,
              open.max(close).add(BigDecimal.ONE),
              open.min(close).subtract(BigDecimal.ONE),
              close,
              BigDecimal.TEN);
      next++;
      return Optional.of(bar);
    }

    @Override
    public void close() {}
  }
}
