package dev.glovebox.host.report.page;

import static dev.glovebox.host.report.page.Markup.Attribute.with;

import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.UntrustedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** The Decisions bar by bar, in pages that fold. */
final class DecisionSection {
  /** Rows of one page. */
  static final int ROWS_PER_PAGE = 100;

  private final Markup page;
  private final Decisions decisions;
  private final UnaryOperator<String> shown;

  DecisionSection(Markup page, Decisions decisions, UnaryOperator<String> shown) {
    this.page = page;
    this.decisions = decisions;
    this.shown = shown;
  }

  void write() {
    page.open("section", with("id", "decisions"), with("aria-labelledby", "decisions-head"));
    page.element("h2", "Decisions, bar by bar", with("id", "decisions-head"));
    page.element("p", left(), with("class", "caption"));
    List<Decisions.Row> rows = decisions.rows();
    for (int from = 0; from < rows.size(); from += ROWS_PER_PAGE) {
      List<Decisions.Row> part = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_PAGE));
      page.open("details");
      page.open("summary");
      page.text(
          "Bars "
              + Figures.count(part.getFirst().bar())
              + " to "
              + Figures.count(part.getLast().bar()));
      page.element("span", times(part), with("class", "beside"));
      page.close();
      Tables.open(page, "Decisions from bar " + part.getFirst().bar());
      Tables.head(page, "Bar", "Time", "Position", "Cash", "What happened");
      page.open("tbody");
      part.forEach(this::row);
      page.close();
      Tables.close(page);
      page.close();
    }
    page.close();
  }

  private String left() {
    String all =
        Figures.count(decisions.bars(), "Decision")
            + ", one per completed bar; in "
            + Figures.count(decisions.eventful())
            + " of them something was asked for, ruled on or filled. ";
    if (decisions.isWhole()) {
      return all + "All are here.";
    }
    long quiet = decisions.bars() - decisions.eventful();
    return all
        + "Here are the first "
        + Figures.count(decisions.rows().size())
        + " of those; left out are "
        + Figures.count(quiet)
        + " quiet bars and "
        + Figures.count(decisions.eventful() - decisions.rows().size())
        + " others. The whole is decisions.jsonl.";
  }

  private String times(List<Decisions.Row> part) {
    String first = shown.apply(part.getFirst().time());
    String last = shown.apply(part.getLast().time());
    return first.equals(last) ? first : first + " to " + last;
  }

  private void row(Decisions.Row row) {
    page.open("tr");
    Tables.number(page, Figures.count(row.bar()));
    Tables.word(page, shown.apply(row.time()));
    Tables.number(page, figure(row.position()));
    Tables.number(page, money(row.cash()));
    page.open("td", with("class", "word"));
    for (Decisions.Event event : row.events()) {
      page.open("div", with("class", "event"));
      switch (event.kind()) {
        case "fill" -> fill(event.value());
        case "intent" -> intent(event.value(), event.ruling());
        default -> order(event.value());
      }
      page.close();
    }
    if (row.further() > 0) {
      page.element(
          "div",
          "and " + Figures.count(row.further()) + " more in decisions.jsonl",
          with("class", "event"));
    }
    page.close().close();
  }

  private void fill(Members fill) {
    page.element("span", "filled", with("class", "kind fill"));
    page.text(" ").text(fill.theirs("side")).text(" ").element("span", quantity(fill));
    page.text(" at " + figure(fill.text("price").orElse("")) + ", ");
    page.element("code", fill.text("key").orElse(""));
  }

  private void intent(Members intent, Members ruling) {
    String code = ruling.text("code").orElse("");
    boolean allowed = code.equals("OK");
    page.element(
        "span", allowed ? "asked" : "denied", with("class", allowed ? "kind" : "kind denied"));
    page.text(" ").open("code").text(intent.theirs("call")).close();
    page.text(" ").text(intent.theirs("side")).text(" ");
    page.element("span", quantity(intent));
    intent.text("invalid").ifPresent(given -> page.text(" given ").text(new UntrustedText(given)));
    intent
        .text("tag")
        .filter(tag -> !tag.isEmpty())
        .ifPresent(tag -> page.text(" tag ").text(new UntrustedText(tag)));
    page.text(", ").element("code", intent.text("key").orElse(""));
    if (!allowed) {
      page.text(" ").element("code", code, with("class", "denied"));
      ruling
          .text("observed")
          .filter(observed -> !observed.isEmpty())
          .ifPresent(observed ->
              page.text(": observed " + observed + ", limit " + ruling.text("limit").orElse("")));
    }
  }

  private void order(Members order) {
    page.element("span", "order", with("class", "kind"));
    page.text(" ").element("code", order.text("key").orElse(""));
    page.text(" " + order.text("state").orElse(""));
  }

  private static String quantity(Members object) {
    return object.text("quantity").map(DecisionSection::figure).orElse("");
  }

  private static String figure(String canonical) {
    try {
      return Figures.plain(Decimals.parse(canonical));
    } catch (IllegalArgumentException e) {
      return canonical;
    }
  }

  private static String money(String canonical) {
    try {
      BigDecimal value = Decimals.parse(canonical);
      return Figures.fixed(value, 2);
    } catch (IllegalArgumentException e) {
      return canonical;
    }
  }
}
