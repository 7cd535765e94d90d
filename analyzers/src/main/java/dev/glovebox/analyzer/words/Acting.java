package dev.glovebox.analyzer.words;

import java.util.regex.Pattern;

/** Texts that act where they are shown. */
public final class Acting {
  // Formulas of spreadsheets, markup that runs, and the ends of a record.
  private static final Pattern ACTIVE =
      Pattern.compile(
          "^\\s*[=+@-]\\s*(?:[A-Z][A-Z0-9.]{1,20}\\s*\\(|\\w{1,20}\\|)"
              + "|<\\s*/?\\s*(?:script|iframe|svg|img|object|embed|style|link|meta|form)\\b"
              + "|\\bon(?:load|error|click|mouseover|focus)\\s*=|javascript:"
              + "|[\"']\\s*[,}]\\s*[\"{]\\s*\"?\\w{1,40}\"\\s*:");

  private Acting() {}

  /** Whether {@code text} would. */
  public static boolean is(String text) {
    return mayAct(text) && ACTIVE.matcher(text).find();
  }

  private static boolean mayAct(String text) {
    return text.indexOf('<') >= 0
        || text.indexOf('=') >= 0
        || text.indexOf('|') >= 0
        || text.indexOf(':') >= 0
        || text.indexOf('(') >= 0;
  }
}
