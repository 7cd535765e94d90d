package dev.glovebox.analyzer.words;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comments that ask tools to look away. */
public final class Suppressing {
  private static final Pattern SUPPRESSION =
      Pattern.compile(
          "\\bno(?:qa|sec|semgrep|lint|sonar|inspection|verify|scan|bandit)\\b"
              + "|\\btype\\s{0,4}:\\s{0,4}ignore"
              + "|\\b(?:pyright|mypy|pyre|pytype|ruff|flake8|pylint|bandit|semgrep|glovebox"
              + "|analy[sz]er|codeql|lgtm|sonar|checkov|gitleaks|snyk|dlint|prospector|pyflakes)"
              + "\\s{0,4}[:=-]\\s{0,4}(?:ignore|disable|skip|allow|off|suppress|no|exclude|accept|ok)"
              + "|\\blgtm\\s?\\[|\\bcodeql\\s?\\[|\\bskipcq\\b|\\bpyre-(?:ignore|unsafe|fix)"
              + "|\\bpragma\\s{0,4}:\\s{0,4}no\\b"
              + "|\\b(?:suppress|disable|ignore)[- ](?:all[- ])?(?:findings?|(?:PY|JV)\\d{3})\\b"
              + "|\\b(?:PY|JV)\\d{3}\\s{0,4}[:=-]?\\s{0,4}"
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

  private Suppressing() {}

  /** The words of {@code comment} that ask for it. */
  public static Optional<String> found(String comment) {
    if (!maySuppress(comment)) {
      return Optional.empty();
    }
    Matcher suppression = SUPPRESSION.matcher(comment);
    return suppression.find() ? Optional.of(suppression.group()) : Optional.empty();
  }

  // Whether a word of the text is one that a suppression can begin with.
  private static boolean maySuppress(String text) {
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
    return OPENINGS.contains(word)
        || ((word.startsWith("py") || word.startsWith("jv")) && Character.isDigit(word.charAt(2)));
  }
}
