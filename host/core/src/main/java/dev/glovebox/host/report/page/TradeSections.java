package dev.glovebox.host.report.page;

import static dev.glovebox.host.report.page.Markup.Attribute.with;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Round trips, costs, orders and denials. */
final class TradeSections {
  private static final int TRIPS_OPEN_MAX = 12;

  private final Markup page;
  private final Facts facts;
  private final Trades trades;
  private final Decisions decisions;
  private final UnaryOperator<String> times;

  TradeSections(
      Markup page, Facts facts, Trades trades, Decisions decisions, UnaryOperator<String> times) {
    this.page = page;
    this.facts = facts;
    this.trades = trades;
    this.decisions = decisions;
    this.times = times;
  }

  void trips() {
    page.open("section", with("id", "trades"), with("aria-labelledby", "trades-head"));
    page.element("h2", "Round trips", with("id", "trades-head"));
    TripStatistics all = trades.statistics();
    if (all.count() == 0) {
      page.element(
          "p",
          trades.stillOpen().isEmpty()
              ? "The strategy never held a position."
              : "No position was closed before the run ended.");
    } else {
      statistics(all);
    }
    List<Trip> shown = trades.trips();
    if (!shown.isEmpty() || !trades.stillOpen().isEmpty()) {
      if (shown.size() > TRIPS_OPEN_MAX) {
        page.open("details");
        page.element("summary", Figures.count(shown.size(), "round trip") + " one by one");
        table(shown);
        page.close();
      } else {
        table(shown);
      }
    }
    page.element("p", caption(all, shown.size()), with("class", "caption"));
    page.close();
  }

  private String caption(TripStatistics all, int shown) {
    String text =
        "A round trip goes from a position of zero to the next; its result is net of fees and"
            + " spread. Prices are averages where a side took several fills.";
    return all.count() > shown
        ? text
            + " The first "
            + Figures.count(shown)
            + " of "
            + Figures.count(all.count())
            + " are listed; fills.csv has every fill."
        : text;
  }

  private void statistics(TripStatistics all) {
    page.open("dl", with("class", "more"));
    pair("Won", Figures.count(all.won()) + " of " + Figures.count(all.count()));
    pair("Average gain", money(all.averageGain()));
    pair("Average loss", money(all.averageLoss()));
    pair("Best", money(all.best()));
    pair("Worst", money(all.worst()));
    pair(
        "Gains over losses", all.profitFactor().map(v -> Figures.fixed(v, 2)).orElse(Figures.NONE));
    pair(
        "Bars held, on average",
        all.averageBarsHeld().map(v -> Figures.fixed(v, 1)).orElse(Figures.NONE));
    page.close();
  }

  private static String money(Optional<BigDecimal> value) {
    return value.map(amount -> Figures.signed(amount, 2)).orElse(Figures.NONE);
  }

  private void table(List<Trip> shown) {
    Tables.open(page, "Round trips");
    Tables.head(
        page, "In", "Out", "Bars", "Quantity", "Bought at", "Sold at", "Fees", "Result", "%");
    page.open("tbody");
    shown.forEach(trip -> row(trip, false));
    trades.stillOpen().forEach(trip -> row(trip, true));
    page.close();
    Tables.close(page);
  }

  private void row(Trip trip, boolean open) {
    int decimals = facts.priceDecimals();
    page.open("tr");
    Tables.word(page, times.apply(trip.firstTime()));
    Tables.word(page, open ? "still held" : times.apply(trip.lastTime()));
    Tables.number(page, open ? Figures.NONE : Figures.count(trip.barsHeld()));
    Tables.number(page, Figures.plain(trip.quantity()));
    String in = Figures.fixed(trip.entryPrice(), decimals);
    String out = open ? Figures.NONE : Figures.fixed(trip.exitPrice(), decimals);
    Tables.number(page, trip.isLong() ? in : out);
    Tables.number(page, trip.isLong() ? out : in);
    Tables.number(page, Figures.fixed(trip.fees(), 2));
    String style = trip.result().signum() < 0 ? "number loss" : "number gain";
    if (open) {
      Tables.number(page, Figures.NONE);
      Tables.number(page, Figures.NONE);
    } else {
      page.element("td", Figures.signed(trip.result(), 2), with("class", style));
      page.element(
          "td",
          Figures.signed(trip.share().multiply(BigDecimal.valueOf(100)), 2),
          with("class", style));
    }
    page.close();
  }

  void costs() {
    page.open("section", with("id", "costs"), with("aria-labelledby", "costs-head"));
    page.element("h2", "Costs", with("id", "costs-head"));
    BigDecimal fees = facts.metrics().decimal("fees").orElse(BigDecimal.ZERO);
    BigDecimal spread = facts.metrics().decimal("spread_cost").orElse(BigDecimal.ZERO);
    page.open("dl", with("class", "more"));
    pair("Fees", Figures.fixed(fees, 2));
    pair("Spread", Figures.fixed(spread, 2));
    pair("Together, of the capital", ofCapital(fees.add(spread)));
    pair("Value traded", Figures.fixed(trades.traded(), 2));
    pair("Fee rate", points("fees", "basis_points"));
    pair("Half spread", points("costs", "half_spread_basis_points"));
    page.close();
    Members costs = facts.spec().in("costs");
    page.element(
        "p",
        "All amounts in "
            + facts.currency()
            + ". Market impact is "
            + costs.text("impact").orElse("off")
            + " and participation is "
            + costs.text("participation").orElse("off")
            + ": an order fills as a whole at the open, however large it is.",
        with("class", "caption"));
    page.close();
  }

  private String ofCapital(BigDecimal amount) {
    return facts.capital().signum() == 0
        ? Figures.NONE
        : Figures.percent(amount.divide(facts.capital(), MathContext.DECIMAL128));
  }

  private String points(String table, String name) {
    return facts.spec().in(table).decimal(name).map(v -> Figures.plain(v) + " bp").orElse("0 bp");
  }

  void denials() {
    page.open("section", with("id", "denials"), with("aria-labelledby", "denials-head"));
    page.element("h2", "Orders and denials", with("id", "denials-head"));
    Members orders = facts.report().in("orders");
    page.open("dl", with("class", "more"));
    for (List<String> each :
        List.of(
            List.of("Asked for", "intents"),
            List.of("Denied", "denied"),
            List.of("Placed", "placed"),
            List.of("Filled", "filled"),
            List.of("Rejected", "rejected"),
            List.of("Expired", "expired"),
            List.of("Strategy errors", "strategy_errors"))) {
      OptionalLong count = orders.whole(each.getLast());
      pair(each.getFirst(), count.isPresent() ? Figures.count(count.getAsLong()) : Figures.NONE);
    }
    page.close();
    if (decisions.denials().isEmpty()) {
      page.element("p", "No order was denied.");
    } else {
      Tables.open(page, "Denials by code");
      Tables.head(page, "Code", "Meaning", "Times", "First on bar", "Observed", "Limit");
      page.open("tbody");
      for (Map.Entry<String, Decisions.Denial> entry : decisions.denials().entrySet()) {
        Decisions.Denial denial = entry.getValue();
        page.open("tr");
        page.open("td", with("class", "word"));
        page.element("code", entry.getKey()).close();
        Tables.word(page, Facts.meaning(entry.getKey()));
        Tables.number(page, Figures.count(denial.count()));
        Tables.number(page, Figures.count(denial.firstBar()));
        Tables.word(page, denial.observed());
        Tables.word(page, denial.limit());
        page.close();
      }
      page.close();
      Tables.close(page);
      page.element(
          "p",
          "Observed and limit are those of the first denial. A denied order reaches on_order and"
              + " does not end the run.",
          with("class", "caption"));
    }
    page.close();
  }

  private void pair(String name, String value) {
    page.open("div").element("dt", name).element("dd", value).close();
  }
}
