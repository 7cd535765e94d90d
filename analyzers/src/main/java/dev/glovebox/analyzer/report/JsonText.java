package dev.glovebox.analyzer.report;

import java.util.Locale;

/** Untrusted text for JSON, in ASCII only: it is safe to print wherever it ends up. */
public final class JsonText {
  private JsonText() {}

  /** {@code text} as a JSON string, with its quotes (RFC 8259). */
  public static String quote(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\t' -> json.append("\\t");
        default -> {
          // Markup characters too, so that the output can stand in a page.
          if (c < 0x20 || c > 0x7E || c == '<' || c == '>' || c == '&') {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
