package dev.glovebox.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Keeps a manifest within its limits, and counts what does not fit. */
public final class ManifestDraft {
  // A longer expression is cut before its blanks are counted.
  private static final int EXPRESSION_CHARACTERS_MAX = 4 * StrategyManifest.TEXT_BYTES_MAX;

  private static final Comparator<StrategyManifest.Order> BY_CALL =
      Comparator.comparing(StrategyManifest.Order::call)
          .thenComparing(StrategyManifest.Order::type);

  private int omitted;

  /** Entries left out and texts cut so far. */
  public int omitted() {
    return omitted;
  }

  /** The first {@code most} of {@code all}. */
  public <T> List<T> first(Collection<T> all, int most) {
    List<T> list = new ArrayList<>(all);
    omitted += Math.max(0, list.size() - most);
    return List.copyOf(list.subList(0, Math.min(list.size(), most)));
  }

  /** Names, sorted, each cut to its limit. */
  public List<String> names(Collection<String> all) {
    TreeSet<String> cut = new TreeSet<>();
    new TreeSet<>(all).forEach(name -> cut.add(name(name)));
    return first(cut, StrategyManifest.NAMES_MAX);
  }

  /** A name, cut to its limit. */
  public String name(String text) {
    return cut(text, StrategyManifest.NAME_BYTES_MAX);
  }

  /** A default or warm-up, cut to its limit. */
  public String text(String text) {
    return cut(text, StrategyManifest.TEXT_BYTES_MAX);
  }

  /** A set for orders, in the order of a manifest. */
  public static Set<StrategyManifest.Order> orders() {
    return new TreeSet<>(BY_CALL);
  }

  /** A warm-up that is written in several ways. */
  public static String joined(Collection<String> warmUps) {
    return String.join(" or ", new TreeSet<>(warmUps));
  }

  /** An expression on one line, as it is written. */
  public static String oneLine(String expression) {
    String bounded =
        expression.length() <= EXPRESSION_CHARACTERS_MAX
            ? expression
            : expression.substring(0, EXPRESSION_CHARACTERS_MAX);
    return bounded.strip().replaceAll("\\s+", " ");
  }

  // A lone surrogate has no form in UTF-8; it must be the same sign on both sides of the wire.
  private String cut(String text, int bytesMax) {
    StringBuilder kept = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      String sign =
          c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
              ? "\ufffd"
              : Character.toString(c);
      bytes += sign.getBytes(UTF_8).length;
      if (bytes > bytesMax) {
        omitted++;
        return kept.toString();
      }
      kept.append(sign);
    }
    return kept.toString();
  }
}
