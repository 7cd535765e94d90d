package dev.glovebox.worker.python;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes this machine's paths out of text that goes to the host. */
final class HostPaths {
  private static final List<String> PROPERTIES =
      List.of(
          "polyglot.engine.userResourceCache",
          "java.home",
          "user.home",
          "user.dir",
          "java.io.tmpdir");

  private static final int PATH_CHARS_MIN = 2;
  private static final List<String> PATHS = paths();

  private HostPaths() {}

  /** Returns {@code text} with each known path replaced by {@code <path>}. */
  static String hide(String text) {
    String hidden = text;
    for (String path : PATHS) {
      hidden = hidden.replace(path, "<path>");
    }
    return hidden;
  }

  private static List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (String property : PROPERTIES) {
      String path = System.getProperty(property, "");
      if (path.length() >= PATH_CHARS_MIN) {
        paths.add(path);
      }
    }
    // Longest first, so that no remainder of a longer path is left behind.
    paths.sort(Comparator.comparingInt(String::length).reversed());
    return List.copyOf(paths);
  }
}
