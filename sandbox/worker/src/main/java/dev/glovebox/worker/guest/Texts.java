package dev.glovebox.worker.guest;

import java.nio.charset.StandardCharsets;

/** Bounds for text that a guest had a hand in. */
public final class Texts {
  /** Longest message of a fault, in UTF-8 bytes. */
  public static final int MESSAGE_BYTES_MAX = 1024;

  /** Longest class name or hook name, in UTF-8 bytes. */
  public static final int NAME_BYTES_MAX = 128;

  /** Longest parameter value that is shown, in UTF-8 bytes. */
  public static final int VALUE_BYTES_MAX = 256;

  private static final int REPLACEMENT = 0xFFFD;

  private Texts() {}

  /**
   * Returns {@code text} with lone surrogates replaced, cut between code points so that it has at
   * most {@code bytesMax} bytes in UTF-8.
   */
  public static String cut(String text, int bytesMax) {
    if (text.length() * 3L <= bytesMax && isWellFormed(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(Math.min(text.length(), bytesMax));
    int bytes = 0;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        point = REPLACEMENT;
      }
      bytes += utf8Length(point);
      if (bytes > bytesMax) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return kept.toString();
  }

  private static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static int utf8Length(int point) {
    if (point < 0x80) {
      return 1;
    }
    if (point < 0x800) {
      return 2;
    }
    return point < 0x10000 ? 3 : 4;
  }
}
