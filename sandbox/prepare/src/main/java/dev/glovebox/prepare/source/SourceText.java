package dev.glovebox.prepare.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in which every reader counts the same lines: UTF-8, lines ended by LF or CR LF, no NUL, no
 * byte order mark, no form feed.
 *
 * <p>Immutable. Lines are 1-based; columns are 1-based and in code points.
 */
public final class SourceText {
  /** Largest submitted source, in bytes. */
  public static final int SOURCE_BYTES_MAX = 256 * 1024;

  /** Most lines of a submitted source; more would let the line map outgrow its frame. */
  public static final int SOURCE_LINES_MAX = 65_536;

  // PEP 263; only the first two lines count.
  private static final Pattern CODING =
      Pattern.compile("^[ \\t]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");

  private final String text;
  private final int[] lineStarts;
  // Offset of each code point, or empty where characters and code points are the same: a position
  // must be found at once, or many statements on one line would take quadratic time.
  private final int[] codePoints;

  private SourceText(String text) {
    this.text = text;
    this.lineStarts = startsOf(text);
    this.codePoints = codePointsOf(text);
  }

  private static int[] codePointsOf(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new int[0];
    }
    int[] offsets = new int[count + 1];
    int offset = 0;
    for (int i = 0; i < count; i++) {
      offsets[i] = offset;
      offset += Character.charCount(text.codePointAt(offset));
    }
    offsets[count] = offset;
    return offsets;
  }

  /**
   * Decodes and checks submitted bytes.
   *
   * @throws SourceRefusedException with the first reason found
   */
  public static SourceText submitted(byte[] bytes) {
    if (bytes.length > SOURCE_BYTES_MAX) {
      throw refused(
          RefusalCode.SOURCE_TOO_LARGE,
          "the source has " + bytes.length + " bytes; at most " + SOURCE_BYTES_MAX,
          0,
          0);
    }
    SourceText source = checked(bytes);
    if (source.lineCount() > SOURCE_LINES_MAX) {
      throw refused(
          RefusalCode.SOURCE_LINES,
          "the source has " + source.lineCount() + " lines; at most " + SOURCE_LINES_MAX,
          SOURCE_LINES_MAX + 1,
          0);
    }
    return source;
  }

  /** Text that this module made from checked text by inserting line feeds and indentation. */
  public static SourceText derived(String text) {
    return new SourceText(text);
  }

  private static SourceText checked(byte[] bytes) {
    refuseBytes(bytes);
    SourceText source = new SourceText(decoded(bytes));
    source.refuseForeignEncoding();
    return source;
  }

  private static void refuseBytes(byte[] bytes) {
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      throw refused(RefusalCode.SOURCE_BOM, "remove the byte order mark", 1, 1);
    }
    int line = 1;
    for (int i = 0; i < bytes.length; i++) {
      switch (bytes[i]) {
        case '\n' -> line++;
        case 0 -> throw refused(RefusalCode.SOURCE_NUL, "the source has a NUL byte", line, 0);
        case '\f' ->
            throw refused(RefusalCode.SOURCE_FORM_FEED, "the source has a form feed", line, 0);
        case '\r' -> {
          if (i + 1 == bytes.length || bytes[i + 1] != '\n') {
            throw refused(
                RefusalCode.SOURCE_CARRIAGE_RETURN,
                "a carriage return stands without a line feed",
                line,
                0);
          }
        }
        default -> {
          // Any other byte is text, if it decodes.
        }
      }
    }
  }

  private static String decoded(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    try {
      return decoder.decode(input).toString();
    } catch (CharacterCodingException e) {
      throw refused(RefusalCode.SOURCE_NOT_UTF8, "the source is not UTF-8", badLine(input), 0);
    }
  }

  private static int badLine(ByteBuffer input) {
    int line = 1;
    for (int i = 0; i < input.position(); i++) {
      if (input.get(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  private void refuseForeignEncoding() {
    for (int line = 1; line <= Math.min(2, lineCount()); line++) {
      Matcher coding = CODING.matcher(line(line));
      if (coding.find() && !isUtf8(coding.group(1))) {
        throw refused(
            RefusalCode.SOURCE_ENCODING, "the only coding declaration taken is utf-8", line, 0);
      }
    }
  }

  private static boolean isUtf8(String name) {
    return name.equalsIgnoreCase("utf-8") || name.equalsIgnoreCase("utf8");
  }

  private static SourceRefusedException refused(
      RefusalCode code, String message, int line, int column) {
    return new SourceRefusedException(new Refusal(code, message, line, column));
  }

  private static int[] startsOf(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** Lines, counting the empty one after a final line feed; at least 1. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** Line {@code line} without its line end. */
  public String line(int line) {
    int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    if (end > lineStarts[line - 1] && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(lineStarts[line - 1], end);
  }

  /** Index in {@link #text()} of the first character of {@code line}. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /**
   * Index in {@link #text()} of a position.
   *
   * @param column 1-based, in code points; may be one past the end of the line
   * @throws IndexOutOfBoundsException if the text has no such position
   */
  public int offset(int line, int column) {
    int start = lineStarts[line - 1];
    if (codePoints.length == 0) {
      return Objects.checkIndex(start + column - 1, text.length() + 1);
    }
    return codePoints[Arrays.binarySearch(codePoints, start) + column - 1];
  }
}
