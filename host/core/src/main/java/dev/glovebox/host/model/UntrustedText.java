package dev.glovebox.host.model;

/**
 * Text that a candidate or an agent wrote: logs, tags, messages, names, source lines.
 *
 * <p>Deliberately without a way to print it by accident: {@link #toString()} shows only the length;
 * the output needs one of the encoders.
 */
public record UntrustedText(String raw) {
  /** Returns a placeholder, never the text. */
  @Override
  public String toString() {
    return "UntrustedText[" + raw.length() + " characters]";
  }

  /**
   * Returns the text with everything but printable characters shown as {@code \\u{...}}: safe for a
   * terminal and a log line. Control, format (bidirectional, zero-width), surrogate, private and
   * unassigned characters, line separators and the backslash are escaped.
   */
  public String forTerminal() {
    StringBuilder out = new StringBuilder(raw.length() + 16);
    raw.codePoints().forEach(point -> appendTerminal(point, out));
    return out.toString();
  }

  /**
   * Returns the text for element content and quoted attributes of HTML: shown as {@link
   * #forTerminal} does, then the markup characters as references. What comes out can neither end an
   * element or attribute nor turn the direction of what follows.
   */
  public String forHtml() {
    String shown = forTerminal();
    StringBuilder out = new StringBuilder(shown.length() + 16);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '`' -> out.append("&#96;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** Returns the text as one CSV field (RFC 4180) that no spreadsheet takes for a formula. */
  public String forCsv() {
    String shown = forTerminal();
    boolean formula = !shown.isEmpty() && "=+-@\t".indexOf(shown.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + shown.replace("\"", "\"\"") + '"';
  }

  /** Returns the text as a JSON value; a lone surrogate becomes U+FFFD. */
  public Json forJson() {
    StringBuilder out = new StringBuilder(raw.length());
    raw.codePoints()
        .map(p -> p >= Character.MIN_SURROGATE && p <= Character.MAX_SURROGATE ? 0xFFFD : p)
        .forEach(out::appendCodePoint);
    return Json.of(out.toString());
  }

  private static void appendTerminal(int point, StringBuilder out) {
    boolean plain =
        switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> point != '\\';
        };
    if (plain) {
      out.appendCodePoint(point);
    } else {
      out.append("\\u{").append(Integer.toHexString(point)).append('}');
    }
  }
}
