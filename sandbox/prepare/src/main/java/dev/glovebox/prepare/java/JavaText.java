package dev.glovebox.prepare.java;

import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.source.SourceText;
import java.nio.charset.StandardCharsets;

/**
 * Checks submitted bytes before anything parses them: plain ASCII, which every reader sees alike,
 * and no deeper or longer than a compiler on a large stack follows for certain.
 *
 * <p>Knows comments, texts and character literals, for brackets and operators in them count
 * nothing.
 */
public final class JavaText {
  /** Deepest nesting of brackets of any kind, of {@code <} too. */
  public static final int NESTING_MAX = 128;

  /** Most operators, dots, commas and brackets between two ends of statements. */
  public static final int CHAIN_LINKS_MAX = 4_096;

  /** Most branches of one chain of {@code else}. */
  public static final int ELSE_CHAIN_MAX = 256;

  /** Most digits and letters of a number or a name in a row. */
  public static final int WORD_CHARS_MAX = 1_024;

  private final String text;
  private int at;
  private int line = 1;
  private int nesting;
  private int angles;
  private int links;
  // Branches so far of the chain that is open at each depth of brackets.
  private final int[] elses = new int[NESTING_MAX + 2];

  private JavaText(String text) {
    this.text = text;
  }

  /**
   * Checks and decodes {@code bytes}.
   *
   * @throws SourceRefusedException with the first reason found
   */
  public static String checked(byte[] bytes) {
    if (bytes.length > SourceText.SOURCE_BYTES_MAX) {
      throw refused(
          RefusalCode.SOURCE_TOO_LARGE,
          "the source has " + bytes.length + " bytes; at most " + SourceText.SOURCE_BYTES_MAX,
          0);
    }
    int line = 1;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        line++;
      }
      boolean next = i + 1 < bytes.length;
      if (b == '\r' && !(next && bytes[i + 1] == '\n')) {
        throw refused(
            RefusalCode.SOURCE_CARRIAGE_RETURN,
            "a carriage return stands without a line feed",
            line);
      }
      if (b != '\n' && b != '\r' && b != '\t' && (b < ' ' || b > '~')) {
        throw refused(
            b == 0 ? RefusalCode.SOURCE_NUL : RefusalCode.SOURCE_NOT_ASCII,
            "Java is taken in plain ASCII: no other letters or signs, in comments neither",
            line);
      }
      if (b == '\\' && next && bytes[i + 1] == 'u') {
        throw refused(
            RefusalCode.SOURCE_UNICODE_ESCAPE,
            "no Unicode escapes: they stand for other text than people read",
            line);
      }
    }
    String text = new String(bytes, StandardCharsets.US_ASCII);
    new JavaText(text).scan();
    return text;
  }

  private void scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("//", at)) {
        skipTo("\n", 2);
      } else if (text.startsWith("/*", at)) {
        skipTo("*/", 2);
      } else if (text.startsWith("\"\"\"", at)) {
        skipTo("\"\"\"", 3);
      } else if (c == '"' || c == '\'') {
        literal(c);
      } else if (Character.isLetterOrDigit(c) || c == '_' || c == '$') {
        word();
      } else {
        sign(c);
        at++;
      }
    }
  }

  private void word() {
    int from = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "_$".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    if (at - from > WORD_CHARS_MAX) {
      throw refused(
          RefusalCode.SOURCE_DIGITS, "a name or number of more than 1,024 characters", line);
    }
    String word = text.substring(from, at);
    if (word.equals("do")) {
      link();
    }
    if (word.equals("else")) {
      elses[level()]++;
      if (elses[level()] > ELSE_CHAIN_MAX) {
        throw refused(
            RefusalCode.SOURCE_CHAIN,
            "more than " + ELSE_CHAIN_MAX + " branches of else in one chain: use a switch",
            line);
      }
    }
  }

  private void sign(char c) {
    switch (c) {
      case '\n' -> line++;
      case '(', '[' -> {
        // Casts and conditions follow each other without another sign, and each is a step deeper.
        link();
        open();
      }
      case '{' -> open();
      case ')', ']', '}' -> {
        nesting--;
        angles = 0;
        if (c == '}') {
          endStatement();
        }
      }
      case '<' -> {
        angles++;
        link();
        deep(angles);
      }
      case '>' -> angles = Math.max(0, angles - 1);
      case ';' -> {
        angles = 0;
        endStatement();
      }
      case ' ', '\t', '\r' -> {
        // Says nothing.
      }
      default -> link();
    }
  }

  private void endStatement() {
    links = 0;
    int next = at + 1;
    while (next < text.length() && text.charAt(next) <= ' ') {
      next++;
    }
    if (!text.startsWith("else", next)) {
      elses[level()] = 0;
    }
  }

  private int level() {
    return Math.clamp(nesting, 0, NESTING_MAX + 1);
  }

  private void open() {
    nesting++;
    deep(nesting);
    elses[level()] = 0;
  }

  private void deep(int depth) {
    if (depth > NESTING_MAX) {
      throw refused(RefusalCode.SOURCE_NESTING, "brackets nest deeper than " + NESTING_MAX, line);
    }
  }

  private void link() {
    links++;
    if (links > CHAIN_LINKS_MAX) {
      throw refused(
          RefusalCode.SOURCE_CHAIN,
          "more than " + CHAIN_LINKS_MAX + " operators, dots, commas and brackets in one statement",
          line);
    }
  }

  // An end that is missing is the compiler's to tell.
  private void skipTo(String end, int skipped) {
    int from = at + skipped;
    int found = text.indexOf(end, from);
    while (end.equals("\"\"\"") && found > 0 && isEscaped(found)) {
      found = text.indexOf(end, found + 1);
    }
    int to = found < 0 ? text.length() : found + end.length();
    line += (int) text.substring(at, to).chars().filter(c -> c == '\n').count();
    at = to;
  }

  private boolean isEscaped(int index) {
    int slashes = 0;
    while (index - slashes > 0 && text.charAt(index - slashes - 1) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private void literal(char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at < text.length() && text.charAt(at) == quote) {
      at++;
    }
  }

  private static SourceRefusedException refused(RefusalCode code, String message, int line) {
    return new SourceRefusedException(new Refusal(code, message, line, 0));
  }
}
