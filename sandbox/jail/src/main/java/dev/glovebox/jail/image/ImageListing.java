package dev.glovebox.jail.image;

import dev.glovebox.jail.ImageIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Every file of an image with length and hash.
 *
 * <p>Its identity is the SHA-256 of one line for each file, sorted by path in the order of their
 * UTF-16 code units: {@code file BYTES SHA256 PATH} and LF, or {@code link ...} with length and
 * hash of the text of a symbolic link. The cache stands apart.
 *
 * @param lines by path
 */
public record ImageListing(SortedMap<String, Line> lines) {
  /** After so many milliseconds without a change, a later one will show in a file's times. */
  public static final long SETTLED_MILLIS = FileMark.SETTLED_MILLIS;

  private static final String FIRST = "glovebox image 1\n";

  /** Of a line: kind, length, hash, inode, two times, path. */
  private static final int WORDS = 7;

  private static final int HASH_DIGITS = 64;

  /** Copies the map. */
  public ImageListing {
    lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
  }

  /**
   * One file.
   *
   * @param mark what the file system said of it when it was read; without its device
   * @param sha256 of its bytes, or of the text of a link; lower-case hexadecimal
   */
  record Line(FileMark mark, String sha256) {
    boolean sameBytes(Line other) {
      return mark.kind() == other.mark().kind()
          && mark.bytes() == other.mark().bytes()
          && sha256.equals(other.sha256());
    }

    String text(String path) {
      return String.format(
          Locale.ROOT,
          "%s %d %s %s\n",
          mark.kind() == FileMark.Kind.LINK ? "link" : "file",
          mark.bytes(),
          sha256,
          path);
    }
  }

  /** A listing of nothing. */
  public static ImageListing empty() {
    return new ImageListing(new TreeMap<>());
  }

  /**
   * Reads {@code parts}, but for the bytes of files that {@code known} lists and that nobody has
   * touched since, as the file system says.
   *
   * @param nowMillis the machine's clock
   * @throws IOException if something cannot be read
   */
  public static ImageListing read(ImageParts parts, ImageListing known, LongSupplier nowMillis)
      throws IOException {
    return new ImageReader(nowMillis).read(parts, known);
  }

  static String joined(String part, String path) {
    return path.isEmpty() ? part : part + "/" + path;
  }

  /** The files that had not been touched for so long that an equal mark proves equal bytes. */
  public ImageListing settledBy(long nowMillis) {
    TreeMap<String, Line> settled = new TreeMap<>(lines);
    settled.values().removeIf(line -> !line.mark().isSettled(nowMillis));
    return new ImageListing(settled);
  }

  /** Length and hash of all files; what is compared and recorded. */
  public ImageIdentity identity() {
    StringBuilder text = new StringBuilder();
    lines.forEach((path, line) -> {
      if (!isCache(path)) {
        text.append(line.text(path));
      }
    });
    return new ImageIdentity(
        Digests.hex(text.toString().getBytes(StandardCharsets.UTF_8)),
        Optional.ofNullable(lines.get(ImageParts.CACHE)).map(Line::sha256));
  }

  private static boolean isCache(String path) {
    return path.equals(ImageParts.CACHE);
  }

  /**
   * The first file in which {@code other} is different; a cache counts only where both have one,
   * because an image may be started without.
   */
  public Optional<ImageChange> difference(String image, ImageListing other) {
    for (Map.Entry<String, Line> line : lines.entrySet()) {
      Line there = other.lines().get(line.getKey());
      if (there == null) {
        if (!isCache(line.getKey())) {
          return Optional.of(new ImageChange(image, line.getKey(), "is gone"));
        }
      } else if (!line.getValue().sameBytes(there)) {
        return Optional.of(new ImageChange(image, line.getKey(), "has other bytes"));
      }
    }
    return other.lines().keySet().stream()
        .filter(path -> !lines.containsKey(path) && !isCache(path))
        .findFirst()
        .map(path -> new ImageChange(image, path, "was added"));
  }

  /** The listing with what the file system said, for {@link #parse}. */
  public String text() {
    StringBuilder text = new StringBuilder(FIRST);
    lines.forEach((path, line) ->
        text.append(line.mark().kind() == FileMark.Kind.LINK ? "link " : "file ")
            .append(line.mark().bytes())
            .append(' ')
            .append(line.sha256())
            .append(' ')
            .append(Long.toUnsignedString(line.mark().inode()))
            .append(' ')
            .append(line.mark().modifiedNanos())
            .append(' ')
            .append(line.mark().changedNanos())
            .append(' ')
            .append(path)
            .append('\n'));
    return text.toString();
  }

  /** Reads {@link #text}; empty if it is not of that form. */
  public static Optional<ImageListing> parse(String text) {
    if (!text.startsWith(FIRST) || !text.endsWith("\n")) {
      return Optional.empty();
    }
    TreeMap<String, Line> lines = new TreeMap<>();
    for (String line : text.substring(FIRST.length()).lines().toList()) {
      String[] words = line.split(" ", WORDS);
      if (words.length != WORDS || words[2].length() != HASH_DIGITS) {
        return Optional.empty();
      }
      try {
        FileMark mark =
            new FileMark(
                words[0].equals("link") ? FileMark.Kind.LINK : FileMark.Kind.FILE,
                0,
                Long.parseUnsignedLong(words[3]),
                Long.parseLong(words[1]),
                Long.parseLong(words[4]),
                Long.parseLong(words[5]));
        lines.put(words[6], new Line(mark, words[2]));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new ImageListing(lines));
  }
}
