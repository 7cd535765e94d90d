package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.source.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to write instead of a line that is no Python: mistakes that are typical of people and
 * language models, recognised by the text of the line. Only a hint; the verdict does not depend on
 * it.
 */
final class SyntaxHints {
  /** Longer lines are not looked at. */
  private static final int LINE_CHARACTERS_MAX = 2_000;

  private static final String COLON =
      "End the line with a colon, and indent what belongs to it by four spaces.";

  private static final String NO_BRACES =
      "Blocks begin with a colon and are indented; no braces, no semicolon.";

  private static final List<Hint> HINTS =
      List.of(
          hint("^\\s*(```|~~~)", "Remove the Markdown fence: the file is Python and nothing else."),
          hint(
              "^\\s*(Here|Sure|This|The|Note|Below|Explanation)\\b[^=(]*$",
              "Remove the prose, or make it a comment: # ..."),
          hint("&&", "Write and for &&."),
          hint("\\|\\|", "Write or for ||."),
          hint("[\\w)\\]]\\s*\\+\\+", "Write x += 1 for x++."),
          hint("[\\w)\\]]\\s*--\\s*$", "Write x -= 1 for x--."),
          hint("^\\s*(}\\s*)?else\\s+if\\b", "Write elif for else if."),
          hint("^\\s*print\\s+[^(\\s=]", "print is a call: print(\"text\")."),
          hint(
              "\\b(if|elif|while)\\b[^=!<>:]*[^=!<>:]=[^=]",
              "Compare with ==; a single = assigns."),
          hint("[{;]\\s*$", NO_BRACES),
          hint("^\\s*}\\s*$", "Blocks end with their indentation; remove the brace."),
          hint(
              "\\d\\s+[A-Za-z_]\\w*\\s*[),]",
              "A quantity is a plain number, without its unit: ctx.buy(0.5)."),
          hint("(^|[^\\w!])![A-Za-z_(]", "Write not x for !x."),
          hint("\\bnew\\s+[A-Z]\\w*\\s*\\(", "Make an object without new: SMA(10)."),
          hint("^\\s*(var|let|const)\\s+\\w+\\s*=", "Assign without a keyword: x = 1."),
          hint("^\\s*(function|func|fn)\\s+\\w+", "Define a function with def name(x):."),
          hint(
              "^\\s*(class|def|if|elif|else|for|while|try|except|finally|with|match|case)\\b[^#]*[^:#\\s\\\\,({\\[]\\s*(#.*)?$",
              COLON),
          hint("[\\u201c\\u201d\\u2018\\u2019]", "Use straight quotes: \" or '."));

  private SyntaxHints() {}

  private record Hint(Pattern mistake, String instead) {}

  /** Returns a hint for the error {@code message} at {@code line}; empty if none fits. */
  static Optional<String> of(SourceText text, int line, String message) {
    Optional<String> byMessage = byMessage(message);
    if (byMessage.isPresent()) {
      return byMessage;
    }
    for (int at = line; at >= Math.max(1, line - 1); at--) {
      String given = text.line(at);
      if (given.length() > LINE_CHARACTERS_MAX) {
        continue;
      }
      for (Hint hint : HINTS) {
        if (hint.mistake().matcher(given).find()) {
          return Optional.of(hint.instead());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> byMessage(String message) {
    if (message.contains("tab") && message.contains("indent")) {
      return Optional.of("Indent with four spaces, never with tabs.");
    }
    if (message.contains("expected an indented block")) {
      return Optional.of(
          "Indent what belongs to the line above by four spaces; pass does nothing.");
    }
    if (message.contains("unindent") || message.contains("unexpected indent")) {
      return Optional.of("Give lines of one block the same indentation, four spaces a level.");
    }
    if (message.contains("expected ':'")) {
      return Optional.of(COLON);
    }
    if (message.contains("'{' was never closed")) {
      return Optional.of(NO_BRACES);
    }
    if (message.contains("was never closed")) {
      return Optional.of("Close the bracket.");
    }
    if (message.contains("unterminated")) {
      return Optional.of("Close the text with the same quote that opened it.");
    }
    return Optional.empty();
  }

  private static Hint hint(String mistake, String instead) {
    return new Hint(Pattern.compile(mistake), instead);
  }
}
