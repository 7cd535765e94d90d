package dev.glovebox.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The modules of the runtime that child processes use, from one reviewed list: what is not there,
 * no candidate can reach, whatever it breaks.
 */
final class RuntimeModules {
  private RuntimeModules() {}

  /** Their names, sorted. */
  static List<String> names(RuntimeKind kind) {
    return lines(kind).stream().map(line -> line.split("\\|", 2)[0].trim()).sorted().toList();
  }

  /** The list's lines: a name, a bar, and why the module is needed. */
  static List<String> lines(RuntimeKind kind) {
    try (InputStream in = RuntimeModules.class.getResourceAsStream(kind.list())) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + kind.list());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
