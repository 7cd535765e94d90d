package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.words.Characters;
import dev.glovebox.analyzer.words.LookAlikes;
import dev.glovebox.analyzer.words.Orders;
import dev.glovebox.prepare.python.ParsedSource;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.prepare.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a source says beside its code: comments, the words of its names, the length of its lines.
 */
final class CommentCheck {
  /** Longest line that a reviewer is asked to read, in code points. */
  static final int LINE_CODE_POINTS_MAX = 1_000;

  private static final int NAME_CHARACTERS_MIN = 12;

  private static final Pattern SUPPRESSION =
      Pattern.compile(
          "\\bno(?:qa|sec|semgrep|lint|sonar|inspection|verify|scan|bandit)\\b"
              + "|\\btype\\s{0,4}:\\s{0,4}ignore"
              + "|\\b(?:pyright|mypy|pyre|pytype|ruff|flake8|pylint|bandit|semgrep|glovebox"
              + "|analy[sz]er|codeql|lgtm|sonar|checkov|gitleaks|snyk|dlint|prospector|pyflakes)"
              + "\\s{0,4}[:=-]\\s{0,4}(?:ignore|disable|skip|allow|off|suppress|no|exclude|accept|ok)"
              + "|\\blgtm\\s?\\[|\\bcodeql\\s?\\[|\\bskipcq\\b|\\bpyre-(?:ignore|unsafe|fix)"
              + "|\\bpragma\\s{0,4}:\\s{0,4}no\\b"
              + "|\\b(?:suppress|disable|ignore)[- ](?:all[- ])?(?:findings?|PY\\d{3})\\b"
              + "|\\bPY\\d{3}\\s{0,4}[:=-]?\\s{0,4}"
              + "(?:ignored?|ok|accepted|suppressed|disabled?|off)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final int OPENING_CHARACTERS_MIN = 4;
  private static final int OPENING_CHARACTERS_MAX = 12;

  private static final Set<String> OPENINGS =
      Set.of(
          ("noqa nosec nosemgrep nolint nosonar noinspection noverify noscan nobandit type pyright"
                  + " mypy pyre pytype ruff flake8 pylint bandit semgrep glovebox analyser analyzer"
                  + " codeql lgtm sonar checkov gitleaks snyk dlint prospector pyflakes skipcq"
                  + " pragma suppress disable ignore")
              .split(" "));

  // Names that differ in strokes alone, or come out of a machine that hides names.
  private static final Pattern SOUP =
      Pattern.compile("_{0,2}[lI1O0_]*(?:[lI1][lI1]|[O0][O0])[lI1O0_]*|_0x[0-9a-fA-F]{2,}");

  private static final int SOUP_CHARACTERS_MIN = 6;

  private static final int SHORT_SOUP_CHARACTERS_MIN = 2;

  private CommentCheck() {}

  /** Whether {@code name} is all strokes: harmless alone, unreadable beside others. */
  static boolean isShortSoup(String name) {
    if (name.length() < SHORT_SOUP_CHARACTERS_MIN || name.length() >= SOUP_CHARACTERS_MIN) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if ("lI1".indexOf(name.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  static void of(ParsedSource source, Report report) {
    comments(Comments.of(source), report);
    SourceText text = source.text();
    for (int line = 1; line <= text.lineCount(); line++) {
      int end = line < text.lineCount() ? text.lineStart(line + 1) : text.text().length();
      if (end - text.lineStart(line) <= LINE_CODE_POINTS_MAX) {
        continue;
      }
      String content = text.line(line);
      int width = content.codePointCount(0, content.length());
      if (width > LINE_CODE_POINTS_MAX) {
        report.add(
            "PY506", new Span(line, 1, line, width + 1), "a line of " + width + " characters");
      }
    }
  }

  private static void comments(List<Comments.Comment> comments, Report report) {
    StringBuilder block = new StringBuilder();
    int first = 0;
    for (int i = 0; i < comments.size(); i++) {
      Comments.Comment comment = comments.get(i);
      Matcher suppression = SUPPRESSION.matcher(comment.text());
      if (maySuppress(comment.text()) && suppression.find()) {
        report.add("PY501", comment.span(), quoted(suppression.group()) + " has no say here");
      }
      mixed(comment.span(), comment.text(), report);
      if (Characters.hasCode(comment.text())) {
        report.add("PY506", comment.span(), "a comment of one word that nobody can read");
      }
      boolean goesOn =
          i > 0
              && comments.get(i - 1).span().line() == comment.span().line() - 1
              && comments.get(i - 1).span().column() == comment.span().column();
      if (!goesOn) {
        orders(comments, first, block, report);
        block.setLength(0);
        first = i;
      }
      block.append(comment.text()).append('\n');
    }
    orders(comments, first, block, report);
  }

  /** Whether a word of {@code text} is one that {@link #SUPPRESSION} can begin with. */
  static boolean maySuppress(String text) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean word =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
      if (!word) {
        int length = i - start;
        if (length >= OPENING_CHARACTERS_MIN
            && length <= OPENING_CHARACTERS_MAX
            && isOpening(text.substring(start, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private static boolean isOpening(String word) {
    return OPENINGS.contains(word) || (word.startsWith("py") && Character.isDigit(word.charAt(2)));
  }

  // Comments on lines that follow each other are read as one text.
  private static void orders(
      List<Comments.Comment> comments, int first, StringBuilder block, Report report) {
    if (!block.isEmpty()) {
      Orders.phrase(block.toString())
          .ifPresent(phrase ->
              report.add(
                  "PY122", comments.get(first).span(), "speaks to its reader: " + quoted(phrase)));
    }
  }

  /** A word of mixed alphabets in a comment or text. */
  static void mixed(Span span, String text, Report report) {
    LookAlikes.mixedWord(text)
        .ifPresent(
            word -> report.add("PY503", span, quoted(word) + " mixes alphabets that look alike"));
  }

  /** What the words of a name say; {@code name} as it is typed, once for each source. */
  static void name(Span span, String name, Report report) {
    if (name.length() < SOUP_CHARACTERS_MIN) {
      return;
    }
    if ("lI1O0_".indexOf(name.charAt(0)) >= 0 && SOUP.matcher(name).matches()) {
      report.add("PY506", span, quoted(name) + " is a name that nobody can tell apart");
    }
    if (name.length() >= NAME_CHARACTERS_MIN) {
      Orders.phrase(Orders.words(name))
          .ifPresent(words -> report.add("PY122", span, "speaks to its reader: " + quoted(words)));
    }
  }
}
