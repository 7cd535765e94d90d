package dev.glovebox.host.report.page;

import static dev.glovebox.host.report.page.Markup.Attribute.with;

import java.util.Set;

/** Rows and cells of the page's tables. */
final class Tables {
  /** Columns of words; all others are of numbers and stand to the right. */
  private static final Set<String> WORDS =
      Set.of(
          "Time",
          "In",
          "Out",
          "Side",
          "Code",
          "Meaning",
          "What happened",
          "Observed",
          "Limit",
          "Check",
          "Verdict",
          "Summary",
          "Name",
          "Value",
          "File",
          "SHA-256",
          "Instrument");

  private Tables() {}

  /** Writes the row of column names. */
  static void head(Markup page, String... names) {
    page.open("thead").open("tr");
    for (String name : names) {
      page.element(
          "th",
          name,
          with("scope", "col"),
          with("class", WORDS.contains(name) ? "word" : "number"));
    }
    page.close().close();
  }

  static void number(Markup page, String text) {
    page.element("td", text, with("class", "number"));
  }

  static void word(Markup page, String text) {
    page.element("td", text, with("class", "word"));
  }

  /** Opens a table that scrolls in itself where it is too wide, also by keyboard. */
  static void open(Markup page, String label) {
    page.open(
        "div",
        with("class", "wide"),
        with("tabindex", "0"),
        with("role", "region"),
        with("aria-label", label));
    page.open("table");
  }

  /** Closes what {@link #open} opened. */
  static void close(Markup page) {
    page.close().close();
  }
}
