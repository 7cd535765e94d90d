package dev.glovebox.host.report.page;

import static dev.glovebox.host.report.page.Markup.Attribute.with;

import dev.glovebox.host.model.UntrustedText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** The top of the page: what ran, how it ended, and the four figures that matter. */
final class Summary {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Markup page;
  private final Facts facts;
  private final History history;
  private final Trades trades;

  Summary(Markup page, Facts facts, History history, Trades trades) {
    this.page = page;
    this.facts = facts;
    this.history = history;
    this.trades = trades;
  }

  void head() {
    page.open("header");
    page.element(
        "p", "Glovebox " + facts.mode().toLowerCase(java.util.Locale.ROOT), with("class", "kind"));
    page.open("h1").text(facts.title()).close();
    page.open("p", with("class", "what"));
    page.text(facts.instrument());
    long known = facts.report().whole("bars").orElse(0);
    page.text(
        " \u00b7 "
            + (history.bars() == known || known == 0
                ? Figures.count(history.bars(), "bar")
                : Figures.count(history.bars()) + " of " + Figures.count(known, "bar")));
    if (!history.isEmpty()) {
      page.text(
          history.firstTime().equals(history.lastTime())
              ? " \u00b7 " + history.firstTime()
              : " \u00b7 " + history.firstTime() + " to " + history.lastTime());
    }
    facts.parameters().entrySet().stream()
        .limit(8)
        .forEach(entry -> {
          page.text(" \u00b7 ");
          page.text(new UntrustedText(entry.getKey() + " = " + entry.getValue()));
        });
    page.close();
    outcome();
    page.close();
  }

  private void outcome() {
    String outcome = facts.report().text("outcome").orElse("");
    String code = facts.report().text("code").orElse("");
    boolean good = outcome.equals("COMPLETED");
    page.open("p", with("class", good ? "outcome good" : "outcome bad"));
    page.element("strong", outcome);
    if (!good) {
      page.text(" ").element("code", code).text(" " + Facts.meaning(code));
    }
    page.text(", observed by the " + word("observed_by") + ", run ");
    page.open("code").text(facts.report().theirs("run_id")).close();
    page.close();
    UntrustedText message = facts.said().theirs("message");
    if (!message.raw().isBlank()) {
      page.open("p", with("class", "stamp bad")).element("strong", "It said: ");
      page.text(message).close();
    }
    if (facts.report().isTrue("indicative")) {
      page.open("p", with("class", "stamp"));
      page.element("strong", "INDICATIVE.");
      page.text(
          " Run in blocks of "
              + facts.spec().text("block").orElse("many")
              + " bars, for speed: it proves nothing. A lock-step run (block 1) of the same"
              + " strategy does.");
      page.close();
    }
    if (!good) {
      page.open("p", with("class", "stamp"));
      page.element("strong", "Not the whole run.");
      page.text(
          history.isEmpty()
              ? " No bar was completed, so there is nothing to draw."
              : " All figures below are of the "
                  + Figures.count(history.bars(), "bar")
                  + " that were completed.");
      page.close();
    }
  }

  private String word(String member) {
    return facts.report().text(member).orElse("").toLowerCase(java.util.Locale.ROOT);
  }

  void figures() {
    Members metrics = facts.metrics();
    Optional<BigDecimal> earned = metrics.decimal("total_return");
    Optional<BigDecimal> held = history.benchmark().totalReturn();
    page.open("section", with("class", "figures"), with("aria-label", "The four figures"));
    figure(
        "Return",
        earned.map(Figures::signedPercent),
        held.map(value -> "buy and hold " + Figures.signedPercent(value)));
    figure(
        "Worst drawdown",
        metrics.decimal("max_drawdown").map(value -> Figures.percent(value.negate())),
        held.map(_ ->
            "buy and hold "
                + Figures.percent(BigDecimal.valueOf(-history.benchmark().maxDrawdown()))));
    TripStatistics trips = trades.statistics();
    figure(
        "Round trips",
        metrics.whole("trades").isPresent()
            ? Optional.of(Figures.count(metrics.whole("trades").getAsLong()))
            : Optional.empty(),
        Optional.of(Figures.count(trips.won()) + " won, " + Figures.count(trips.lost()) + " lost"));
    figure(
        "Final equity",
        metrics.decimal("final_equity").map(value -> Figures.fixed(value, 2)),
        history
            .benchmark()
            .value()
            .map(value -> "buy and hold " + Figures.fixed(value, 2) + " " + facts.currency()));
    page.close();
    verdict(earned, held);
    more(metrics);
  }

  private void figure(String name, Optional<String> value, Optional<String> beside) {
    page.open("div", with("class", "figure"));
    page.element("h2", name);
    page.element("p", value.orElse(Figures.NONE), with("class", "value"));
    page.element("p", beside.orElse("\u00a0"), with("class", "beside"));
    page.close();
  }

  /** One plain sentence, so that nobody has to compare in the head. */
  private void verdict(Optional<BigDecimal> earned, Optional<BigDecimal> held) {
    if (earned.isEmpty() || held.isEmpty() || history.bars() < 2) {
      return;
    }
    BigDecimal points =
        earned.get().subtract(held.get()).multiply(HUNDRED).setScale(2, RoundingMode.HALF_EVEN);
    String compared =
        switch (points.signum()) {
          case 1 -> Figures.fixed(points, 2) + " percentage points more than";
          case -1 -> Figures.fixed(points.negate(), 2) + " percentage points less than";
          default -> "as much as";
        };
    page.open("p", with("class", "verdict"));
    page.text("The strategy returned " + compared + " buying and holding ");
    page.text(facts.instrument());
    page.text(
        ", and held a position at the close of "
            + Figures.percent(BigDecimal.valueOf(history.invested()))
            + " of the bars. One run over one stretch of the past says little about the next.");
    page.close();
  }

  private void more(Members metrics) {
    page.open("dl", with("class", "more"));
    pair("Capital", Figures.fixed(facts.capital(), 2) + " " + facts.currency());
    pair("Final cash", metrics.decimal("final_cash").map(value -> Figures.fixed(value, 2)));
    pair(
        "Sharpe ratio",
        metrics
            .decimal("sharpe")
            .map(value ->
                Figures.fixed(value, 2)
                    + metrics
                        .decimal("periods_per_year")
                        .map(periods ->
                            " ("
                                + Figures.fixed(periods, 0)
                                + " periods a year, no risk-free rate)")
                        .orElse("")));
    pair("Fees", metrics.decimal("fees").map(value -> Figures.fixed(value, 2)));
    pair("Spread paid", metrics.decimal("spread_cost").map(value -> Figures.fixed(value, 2)));
    pair("Isolation", facts.report().text("tier").map(tier -> "tier " + tier));
    page.close();
  }

  private void pair(String name, Optional<String> value) {
    pair(name, value.orElse(Figures.NONE));
  }

  private void pair(String name, String value) {
    page.open("div").element("dt", name).element("dd", value).close();
  }
}
