package dev.glovebox.session;

/** Measures text as it stands on the wire. */
final class Text {
  private static final int UTF8_BYTES_PER_CHAR_MAX = 3;

  private Text() {}

  /** Whether {@code text} takes at most {@code bytesMax} bytes in UTF-8. */
  static boolean fits(String text, int bytesMax) {
    // The common short text is settled without counting.
    return text.length() <= bytesMax
        && (text.length() * UTF8_BYTES_PER_CHAR_MAX <= bytesMax || utf8Bytes(text) <= bytesMax);
  }

  /** Length of {@code text} in UTF-8; a lone surrogate, which has no encoding, counts 3. */
  static int utf8Bytes(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
