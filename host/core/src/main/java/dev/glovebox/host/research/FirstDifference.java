package dev.glovebox.host.research;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where two Decisions part. Quotes what a candidate wrote: untrusted where it is shown.
 *
 * @param barIndex 0-based, in the longer input
 * @param field path such as {@code intents[0].quantity}; {@code outcome} if a run ended there
 * @param expected canonical JSON, cut at {@value #VALUE_CHARACTERS_MAX} characters
 * @param got likewise
 */
public record FirstDifference(long barIndex, String field, String expected, String got) {
  /** Longest value that is shown, in UTF-16 code units. */
  public static final int VALUE_CHARACTERS_MAX = 240;

  private static final String NOTHING = "nothing";

  /** Cuts long values. */
  public FirstDifference {
    expected = cut(expected);
    got = cut(got);
  }

  /**
   * Compares two lines of {@code decisions.jsonl}; a line that is no canonical JSON is one text.
   */
  public static Optional<FirstDifference> ofLines(long barIndex, byte[] expected, byte[] got) {
    if (Arrays.equals(expected, got)) {
      return Optional.empty();
    }
    Optional<Json> left = parsed(expected);
    Optional<Json> right = parsed(got);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.of(new FirstDifference(barIndex, "line", text(expected), text(got)));
    }
    return between(barIndex, left.get(), right.get())
        .or(() -> Optional.of(new FirstDifference(barIndex, "line", text(expected), text(got))));
  }

  /** Returns the first difference of two values, members in order; empty if they are equal. */
  public static Optional<FirstDifference> between(long barIndex, Json expected, Json got) {
    return at(barIndex, "", expected, got);
  }

  /** Returns the report's object. */
  Json.Obj json() {
    return Json.of(
        Map.of(
            "bar_index", Json.of(barIndex),
            "field", Json.of(field),
            "expected", Json.of(expected),
            "got", Json.of(got)));
  }

  private static Optional<FirstDifference> at(
      long bar, String path, @Nullable Json expected, @Nullable Json got) {
    if (expected == null || got == null) {
      return Optional.of(new FirstDifference(bar, path, shown(expected), shown(got)));
    }
    if (expected.equals(got)) {
      return Optional.empty();
    }
    if (expected instanceof Json.Obj(var left) && got instanceof Json.Obj(var right)) {
      TreeMap<String, Json> ours = new TreeMap<>(left);
      TreeMap<String, Json> theirs = new TreeMap<>(right);
      TreeSet<String> names = new TreeSet<>(left.keySet());
      names.addAll(right.keySet());
      return names.stream()
          .map(name ->
              at(bar, path.isEmpty() ? name : path + "." + name, ours.get(name), theirs.get(name)))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (expected instanceof Json.Arr(var left) && got instanceof Json.Arr(var right)) {
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        Optional<FirstDifference> found =
            at(
                bar,
                path + "[" + i + "]",
                i < left.size() ? left.get(i) : null,
                i < right.size() ? right.get(i) : null);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.of(new FirstDifference(bar, path, shown(expected), shown(got)));
  }

  private static String shown(@Nullable Json value) {
    return value == null ? NOTHING : value.text();
  }

  private static Optional<Json> parsed(byte[] line) {
    if (line.length == 0) {
      return Optional.empty();
    }
    int length = line.length > 0 && line[line.length - 1] == '\n' ? line.length - 1 : line.length;
    try {
      return Optional.of(CanonicalJson.parse(Arrays.copyOf(line, length)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(byte[] line) {
    return line.length == 0 ? NOTHING : new String(line, StandardCharsets.UTF_8).stripTrailing();
  }

  private static String cut(String text) {
    if (text.length() <= VALUE_CHARACTERS_MAX) {
      return text;
    }
    int end = VALUE_CHARACTERS_MAX;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }
}
