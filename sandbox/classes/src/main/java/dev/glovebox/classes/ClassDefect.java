package dev.glovebox.classes;

/**
 * One reason why classes are not loaded.
 *
 * @param className internal name of the class; empty if it concerns the whole archive; untrusted
 * @param line submitted line, 1-based; 0 if unknown
 * @param message one sentence; it may quote the candidate and is then untrusted
 */
public record ClassDefect(ClassCode code, String className, int line, String message) {
  /** Longest message, in characters. */
  public static final int MESSAGE_CHARS_MAX = 400;

  /** Cuts the message, and shows what is no plain character as a question mark. */
  public ClassDefect {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < Math.min(message.length(), MESSAGE_CHARS_MAX); i++) {
      char c = message.charAt(i);
      plain.append(c >= ' ' && c <= '~' ? c : '?');
    }
    message = plain.toString();
  }

  static ClassDefect ofArchive(ClassCode code, String message) {
    return new ClassDefect(code, "", 0, message);
  }
}
