package dev.glovebox.host.app.command;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.research.FirstDifference;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Compares two files of runs line by line, in memory no more than a line of each. */
final class ParityFiles {
  /** Longest line that is read, in bytes: far above a Decision with all the intents it may have. */
  static final int LINE_BYTES_MAX = 16 * 1024 * 1024;

  private static final int BUFFER_BYTES = 256 * 1024;
  private static final int CONTEXT_CHARACTERS_MAX = 400;

  private ParityFiles() {}

  /**
   * What came of two files.
   *
   * @param equalLines lines before the first difference; all of them if there is none
   * @param sha256 hash of the content; empty if the files differ
   * @param context what stands around the difference, by its name
   */
  record Compared(
      String name,
      long equalLines,
      String sha256,
      Optional<FirstDifference> difference,
      SortedMap<String, String> context) {
    boolean equal() {
      return difference.isEmpty();
    }
  }

  /** How a differing pair of lines is explained. */
  @FunctionalInterface
  private interface Explanation {
    FirstDifference of(byte[] left, byte[] right);
  }

  /** Compares two {@code decisions.jsonl}. */
  static Compared decisions(Path left, Path right, String name) {
    return compare(
        left,
        right,
        name,
        (ours, theirs) ->
            FirstDifference.ofLines(barIndex(ours.length == 0 ? theirs : ours), ours, theirs)
                .orElseThrow());
  }

  /** Compares two CSV files whose first column is the bar's index and whose first row names all. */
  static Compared rows(Path left, Path right, String name) {
    List<String> columns = cells(firstLine(left));
    return compare(left, right, name, (ours, theirs) -> cell(columns, ours, theirs));
  }

  private static Compared compare(Path left, Path right, String name, Explanation explanation) {
    try (InputStream ours = open(left);
        InputStream theirs = open(right)) {
      MessageDigest digest = Sha256.newDigest();
      byte[] before = {};
      for (long line = 0; ; line++) {
        byte[] mine = line(ours, left);
        byte[] other = line(theirs, right);
        if (!Arrays.equals(mine, other)) {
          TreeMap<String, String> context = new TreeMap<>();
          context.put("line A", shown(mine));
          context.put("line B", shown(other));
          context.put("before", shown(before));
          return new Compared(name, line, "", Optional.of(explanation.of(mine, other)), context);
        }
        if (mine.length == 0) {
          return new Compared(
              name,
              line,
              Sha256.ofDigest(digest.digest()).hex(),
              Optional.empty(),
              new TreeMap<>());
        }
        digest.update(mine);
        before = mine;
      }
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, left + " or " + right + " cannot be read");
    }
  }

  private static InputStream open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " is missing or no file");
    }
    return new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
  }

  private static byte[] firstLine(Path file) {
    try (InputStream in = open(file)) {
      return line(in, file);
    } catch (IOException e) {
      throw new Refusal(Code.FILE_UNREADABLE, file + " cannot be read");
    }
  }

  /** Returns the next line with its LF if it has one; empty at the end. */
  private static byte[] line(InputStream in, Path file) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (line.size() == LINE_BYTES_MAX) {
        throw new Refusal(
            Code.FILE_UNREADABLE, file + " has a line of more than " + LINE_BYTES_MAX + " bytes");
      }
      line.write(b);
      if (b == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }

  private static long barIndex(byte[] line) {
    try {
      byte[] json = Arrays.copyOf(line, Math.max(0, line.length - 1));
      return CanonicalJson.parse(json) instanceof Json.Obj(var members)
              && new TreeMap<>(members).get("bar_index") instanceof Json.Int(long index)
          ? index
          : -1;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  private static FirstDifference cell(List<String> columns, byte[] left, byte[] right) {
    List<String> ours = cells(left);
    List<String> theirs = cells(right);
    long bar = barOf(ours.getFirst().isEmpty() ? theirs : ours);
    if (left.length > 0 && right.length > 0 && ours.size() == theirs.size()) {
      return IntStream.range(0, ours.size())
          .filter(i -> !ours.get(i).equals(theirs.get(i)))
          .mapToObj(i ->
              new FirstDifference(
                  bar,
                  i < columns.size() ? columns.get(i) : "column " + (i + 1),
                  ours.get(i),
                  theirs.get(i)))
          .findFirst()
          .orElseGet(() -> new FirstDifference(bar, "end of line", text(left), text(right)));
    }
    return new FirstDifference(
        bar,
        "row",
        left.length == 0 ? "nothing" : text(left),
        right.length == 0 ? "nothing" : text(right));
  }

  private static long barOf(List<String> cells) {
    return cells.getFirst().matches("[0-9]{1,18}") ? Long.parseLong(cells.getFirst()) : -1;
  }

  private static List<String> cells(byte[] line) {
    return List.of(text(line).split(",", -1));
  }

  private static String shown(byte[] line) {
    String text = line.length == 0 ? "nothing" : text(line);
    return text.length() <= CONTEXT_CHARACTERS_MAX
        ? text
        : text.substring(0, CONTEXT_CHARACTERS_MAX) + "...";
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8).stripTrailing();
  }
}
