package dev.glovebox.host.report.page;

import static dev.glovebox.host.report.page.Markup.Attribute.with;

import dev.glovebox.host.model.UntrustedText;
import java.util.List;

/**
 * Makes {@code report.html} of a run: one file without a script that asks for nothing. Pure: the
 * same input gives the same bytes.
 */
public final class ReportPage {
  /** Its name in {@code --out} and in GetRunReport. */
  public static final String FILE_NAME = "report.html";

  /** Largest page, in bytes; what is shown of every file is bounded so that it stays below. */
  public static final int PAGE_BYTES_MAX = 8 * 1024 * 1024;

  private static final Stylesheet SHEET = Stylesheet.load();

  private ReportPage() {}

  /**
   * Returns the page.
   *
   * @throws java.io.UncheckedIOException if a file cannot be read
   * @throws IllegalArgumentException if a file is of another form
   */
  public static byte[] of(PageInput input) {
    Facts facts = Facts.of(input);
    History history = History.read(input, facts);
    Trades trades = Trades.read(input.fills(), facts.capital());
    Decisions decisions = Decisions.read(input, facts);
    Markup page = new Markup();
    page.document();
    page.open("html", with("lang", "en"));
    head(page, facts);
    page.open("body");
    definitions(page);
    Summary summary = new Summary(page, facts, history, trades);
    summary.head();
    navigation(page, history);
    page.open("main");
    summary.figures();
    ChartSections charts = new ChartSections(page, facts, history, trades);
    charts.write();
    TradeSections orders = new TradeSections(page, facts, trades, decisions, history::shown);
    orders.trips();
    orders.costs();
    orders.denials();
    new DecisionSection(page, decisions, history::shown).write();
    EvidenceSections evidence = new EvidenceSections(page, facts, input);
    evidence.checks();
    evidence.hashes();
    evidence.isolation();
    evidence.settings();
    evidence.words();
    page.close();
    footer(page);
    page.close().close();
    return page.bytes();
  }

  private static void head(Markup page, Facts facts) {
    page.open("head");
    page.empty("meta", with("charset", "utf-8"));
    page.empty(
        "meta", with("http-equiv", "Content-Security-Policy"), with("content", SHEET.policy()));
    page.empty("meta", with("name", "referrer"), with("content", "no-referrer"));
    page.empty(
        "meta", with("name", "viewport"), with("content", "width=device-width, initial-scale=1"));
    page.empty("meta", with("name", "color-scheme"), with("content", "light dark"));
    UntrustedText title = facts.title();
    page.element("title", "Glovebox report: " + cut(title.raw()));
    page.style(SHEET);
    page.close();
  }

  private static String cut(String title) {
    return title.codePointCount(0, title.length()) <= Markup.TEXT_CHARACTERS_MAX
        ? title
        : title.substring(0, title.offsetByCodePoints(0, Markup.TEXT_CHARACTERS_MAX));
  }

  /** The shapes that mark fills. */
  private static void definitions(Markup page) {
    page.open(
        "svg",
        with("class", "definitions"),
        with("aria-hidden", "true"),
        with("focusable", "false"));
    page.open("defs");
    page.empty("path", with("id", "buy"), with("d", "M0 -6L5.5 4H-5.5Z"));
    page.empty("path", with("id", "sell"), with("d", "M0 6L5.5 -4H-5.5Z"));
    page.close().close();
  }

  private static void navigation(Markup page, History history) {
    page.open("nav", with("aria-label", "Parts of this report")).open("ul");
    for (List<String> entry :
        List.of(
            List.of("equity", "Equity"),
            List.of("price", "Price and fills"),
            List.of("trades", "Round trips"),
            List.of("costs", "Costs"),
            List.of("denials", "Orders and denials"),
            List.of("decisions", "Decisions"),
            List.of("checks", "Honesty checks"),
            List.of("evidence", "Evidence"),
            List.of("isolation", "Isolation"),
            List.of("settings", "RunSpec"))) {
      boolean charted = !history.isEmpty();
      String target = entry.getFirst();
      if (charted || !(target.equals("equity") || target.equals("price"))) {
        page.open("li").element("a", entry.getLast(), with("href", "#" + target)).close();
      }
    }
    page.close().close();
  }

  private static void footer(Markup page) {
    page.open("footer");
    page.element(
        "p",
        "This page is a view of the run's files and no evidence: it was made on request, from"
            + " what the hashes above name. Figures are rounded for reading; the files have them"
            + " exactly. It loads nothing and runs no script.");
    page.close();
  }
}
