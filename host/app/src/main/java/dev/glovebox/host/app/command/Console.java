package dev.glovebox.host.app.command;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import java.io.PrintWriter;

/**
 * The one way to the terminal: results on stdout, everything else on stderr, and never a character
 * that moves the cursor or hides what follows.
 */
public final class Console {
  private final PrintWriter out;
  private final PrintWriter err;

  /** Writes to {@code out} and {@code err}. */
  public Console(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Prints one line of result. */
  public void line(String text) {
    out.println(plain(text));
    out.flush();
  }

  /** Prints one line of result as JSON in ASCII alone. */
  public void json(Json value) {
    out.println(ascii(value));
    out.flush();
  }

  /** Prints one line for the person at the terminal. */
  public void note(String text) {
    err.println(plain(text));
    err.flush();
  }

  /** Prints text that others wrote, after a word of ours. */
  public void note(String label, UntrustedText text) {
    note(label + " " + text.forTerminal());
  }

  /** Prints a refusal as {@code CODE: sentence}. */
  public void refusal(Refusal refusal) {
    String detail = refusal.detail().forTerminal();
    failure(refusal.code(), refusal.sentence() + (detail.isEmpty() ? "" : ": " + detail));
  }

  /** Prints a code and a sentence. */
  public void failure(Code code, String sentence) {
    note(code + ": " + sentence);
  }

  /** Returns JSON whose characters beyond printable ASCII are escaped; the value stays the same. */
  public static String ascii(Json value) {
    String text = value.text();
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c <= '~') {
        shown.append(c);
      } else {
        shown.append("\\u").append(String.format("%04x", (int) c));
      }
    }
    return shown.toString();
  }

  /** Shows what is not printable as an escape; keeps the backslash, so it may be applied twice. */
  static String plain(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          if (point == '\\') {
            shown.append('\\');
          } else {
            shown.append(new UntrustedText(Character.toString(point)).forTerminal());
          }
        });
    return shown.toString();
  }
}
