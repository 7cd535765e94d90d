package dev.glovebox.analyzer.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.analyzer.StrategyManifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Keeps a manifest within its limits, and counts what does not fit. */
final class ManifestDraft {
  private int omitted;

  int omitted() {
    return omitted;
  }

  /** The first {@code most} of {@code all}. */
  <T> List<T> first(Collection<T> all, int most) {
    List<T> list = new ArrayList<>(all);
    omitted += Math.max(0, list.size() - most);
    return List.copyOf(list.subList(0, Math.min(list.size(), most)));
  }

  /** Names, sorted, each cut to its limit. */
  List<String> names(Collection<String> all) {
    TreeSet<String> cut = new TreeSet<>();
    new TreeSet<>(all).forEach(name -> cut.add(name(name)));
    return first(cut, StrategyManifest.NAMES_MAX);
  }

  String name(String text) {
    return cut(text, StrategyManifest.NAME_BYTES_MAX);
  }

  String text(String text) {
    return cut(text, StrategyManifest.TEXT_BYTES_MAX);
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
