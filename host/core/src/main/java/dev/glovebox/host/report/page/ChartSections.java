package dev.glovebox.host.report.page;

import static dev.glovebox.host.report.page.Markup.Attribute.with;

import java.math.BigDecimal;
import java.util.List;

/** Equity, drawdown, price with fills, exposure; and the same as a table. */
final class ChartSections {
  /** Below this share of the benchmark's range the strategy gets a chart of its own as well. */
  private static final double FLAT_SHARE = 0.25;

  private final Markup page;
  private final Facts facts;
  private final History history;
  private final Trades trades;
  private final List<String> times;

  ChartSections(Markup page, Facts facts, History history, Trades trades) {
    this.page = page;
    this.facts = facts;
    this.history = history;
    this.trades = trades;
    this.times = history.axis();
  }

  /** Writes all charts; nothing if no bar was completed. */
  void write() {
    if (history.isEmpty()) {
      return;
    }
    page.open("section", with("id", "equity"), with("aria-labelledby", "equity-head"));
    page.element("h2", "Equity and drawdown", with("id", "equity-head"));
    equity();
    if (isFlatBesideTheBenchmark()) {
      alone();
    }
    drawdown();
    page.element(
        "p",
        history.hasPrices()
            ? "Buy and hold puts the whole capital into the instrument at the open of the second"
                + " bar, the first one at which any strategy can trade, and pays this run's fee and"
                + " half spread once. Equity is taken at closes; drawdown is measured from the"
                + " highest equity so far, the capital included."
            : "The bars of this run cannot be had here, so there is no price and nothing to compare"
                + " with. Equity is taken at closes.",
        with("class", "caption"));
    page.close();
    page.open("section", with("id", "price"), with("aria-labelledby", "price-head"));
    page.element("h2", "Price, fills and exposure", with("id", "price-head"));
    if (history.hasPrices()) {
      price();
    }
    exposure();
    page.element("p", fillsCaption(), with("class", "caption"));
    table();
    page.close();
  }

  private void equity() {
    double min = Math.min(history.equity.min(), facts.capital().doubleValue());
    double max = Math.max(history.equity.max(), facts.capital().doubleValue());
    if (history.hasPrices()) {
      min = Math.min(min, history.held.min());
      max = Math.max(max, history.held.max());
    }
    page.open("figure");
    page.open("figcaption").text("Equity, " + facts.currency());
    key("strategy", "strategy");
    if (history.hasPrices()) {
      key("held", "buy and hold");
    }
    key("level", "capital");
    page.close();
    Chart chart =
        chart(
            "equity-chart",
            "Equity of the strategy and of buying and holding",
            "Equity went from "
                + Figures.fixed(facts.capital(), 2)
                + " to "
                + facts.metrics().decimal("final_equity").map(v -> Figures.fixed(v, 2)).orElse("")
                + history
                    .benchmark()
                    .value()
                    .map(value -> "; buying and holding ended at " + Figures.fixed(value, 2))
                    .orElse("")
                + ".",
            Scale.over(min, max));
    chart.level(facts.capital().doubleValue());
    if (history.hasPrices()) {
      chart.line("held", history.held);
    }
    chart.line("strategy", history.equity).write(times);
    page.close();
  }

  /** A strategy that uses little of its capital is a straight line on the benchmark's scale. */
  private boolean isFlatBesideTheBenchmark() {
    return history.hasPrices()
        && history.equity.max() - history.equity.min()
            < FLAT_SHARE * (history.held.max() - history.held.min());
  }

  private void alone() {
    page.open("figure");
    page.open("figcaption").text("Equity on a scale of its own");
    key("strategy", "strategy");
    page.close();
    chart(
            "alone-chart",
            "Equity of the strategy alone",
            "The same line as above, on a scale of its own.",
            Scale.over(history.equity.min(), history.equity.max()))
        .low()
        .line("strategy", history.equity)
        .write(times);
    page.close();
  }

  private void drawdown() {
    double min = Math.min(history.drawdown.min(), -0.001);
    if (history.hasPrices()) {
      min = Math.min(min, history.heldDrawdown.min());
    }
    page.open("figure");
    page.open("figcaption").text("Drawdown from the peak");
    key("fall", "strategy");
    if (history.hasPrices()) {
      key("held", "buy and hold");
    }
    page.close();
    Chart chart =
        chart(
                "drawdown-chart",
                "Drawdown from the highest equity so far",
                "The deepest drawdown was "
                    + facts.metrics().decimal("max_drawdown").map(Figures::percent).orElse("")
                    + ".",
                Scale.over(min, 0))
            .low()
            .percent();
    chart.area("fall", history.drawdown, 0);
    if (history.hasPrices()) {
      chart.line("held", history.heldDrawdown);
    }
    chart.line("fall", history.drawdown).write(times);
    page.close();
  }

  private void price() {
    page.open("figure");
    page.open("figcaption").text("Close, ").text(facts.instrument());
    key("price", "close");
    key("range", "low to high");
    shape("buy", "buy");
    shape("sell", "sell");
    page.close();
    Chart chart =
        chart(
            "price-chart",
            "Price with the fills of the run",
            "Closes between "
                + price(history.close.min())
                + " and "
                + price(history.close.max())
                + ", with "
                + Figures.count(trades.fills(), "fill")
                + ".",
            Scale.over(history.range.min(), history.range.max()));
    chart.band("range", history.range).line("price", history.close);
    for (Trades.Fill fill : trades.marks()) {
      chart.mark(
          fill.buy() ? "buy" : "sell",
          fill.bar(),
          fill.price().doubleValue(),
          (fill.buy() ? "buy " : "sell ")
              + Figures.plain(fill.quantity())
              + " at "
              + Figures.plain(fill.price())
              + ", "
              + history.shown(fill.time())
              + ", bar "
              + Figures.count(fill.bar()));
    }
    chart.write(times);
    page.close();
  }

  private void exposure() {
    page.open("figure");
    page.open("figcaption").text("Exposure: position over equity");
    key("exposure", "at the close");
    page.close();
    Scale scale =
        Scale.over(Math.min(0, history.exposure.min()), Math.max(0.01, history.exposure.max()));
    chart(
            "exposure-chart",
            "Position value as a share of equity",
            "A position was held at the close of "
                + Figures.percent(BigDecimal.valueOf(history.invested()))
                + " of the bars.",
            scale)
        .low()
        .percent()
        .area("exposure", history.exposure, 0)
        .line("exposure", history.exposure)
        .write(times);
    page.close();
  }

  private String fillsCaption() {
    String drawn =
        history.equity.length() > Curve.BUCKETS_MAX
            ? "Of each of the "
                + Figures.count(Curve.BUCKETS_MAX)
                + " steps across the page the lowest and the highest value are drawn, so no peak is"
                + " lost. "
            : "";
    if (trades.fills() == 0) {
      return drawn + "There was no fill.";
    }
    return drawn
        + "A market order decided on one bar fills at the open of the next"
        + (trades.allMarked()
            ? "."
            : "; "
                + Figures.count(trades.marks().size())
                + " of "
                + Figures.count(trades.fills())
                + " fills are marked, evenly chosen. fills.csv has all.");
  }

  private void table() {
    page.open("details");
    page.element("summary", "The charts as a table");
    page.open(
        "div",
        with("class", "wide"),
        with("tabindex", "0"),
        with("role", "region"),
        with("aria-label", "Charts as a table"));
    page.open("table");
    Tables.head(page, "Bar", "Time", "Close", "Equity", "Buy and hold", "Drawdown", "Exposure");
    page.open("tbody");
    for (History.Row row : history.rows()) {
      page.open("tr");
      Tables.number(page, Figures.count(row.bar()));
      Tables.word(page, history.shown(row.time()));
      Tables.number(
          page, row.close().map(v -> Figures.fixed(v, facts.priceDecimals())).orElse(Figures.NONE));
      Tables.number(page, Figures.fixed(row.equity(), 2));
      Tables.number(page, row.held().map(v -> Figures.fixed(v, 2)).orElse(Figures.NONE));
      Tables.number(page, Figures.percent(BigDecimal.valueOf(row.drawdown())));
      Tables.number(page, Figures.percent(BigDecimal.valueOf(row.exposure())));
      page.close();
    }
    page.close().close().close();
    page.element(
        "p",
        "Evenly spaced bars, the first and the last among them; equity.csv has every bar.",
        with("class", "caption"));
    page.close();
  }

  private Chart chart(String id, String title, String text, Scale scale) {
    return new Chart(page, id, title, text, scale, history.equity.length());
  }

  private String price(double value) {
    return Figures.fixed(BigDecimal.valueOf(value), facts.priceDecimals());
  }

  private void key(String style, String name) {
    page.open("span", with("class", "key"));
    page.open("svg", with("class", "swatch"), with("aria-hidden", "true"));
    page.empty(
        "line",
        with("class", "line " + style),
        with("x1", "0"),
        with("x2", "18"),
        with("y1", "6"),
        with("y2", "6"));
    page.close().text(name).close();
  }

  private void shape(String shape, String name) {
    page.open("span", with("class", "key"));
    page.open("svg", with("class", "swatch"), with("aria-hidden", "true"));
    page.empty(
        "use", with("class", shape), with("href", "#" + shape), with("x", "9"), with("y", "6"));
    page.close().text(name).close();
  }
}
