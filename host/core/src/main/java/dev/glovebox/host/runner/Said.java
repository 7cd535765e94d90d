package dev.glovebox.host.runner;

import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a run's strategy said, as far as its page shows it: file name, first log lines, and what a
 * fault said. All of it is the candidate's word. Not thread-safe.
 */
final class Said {
  /** Log lines that are kept; further ones are counted. */
  static final int LINES_MAX = 200;

  private final UntrustedText fileName;
  private final List<Json> lines = new ArrayList<>();
  private long count;

  Said(String fileName) {
    this.fileName = new UntrustedText(fileName);
  }

  void add(List<UntrustedText> more) {
    count += more.size();
    more.stream().limit(LINES_MAX - lines.size()).map(UntrustedText::forJson).forEach(lines::add);
  }

  /** Returns the form that is kept beside the run's files. */
  Json.Obj json(UntrustedText message) {
    return Json.of(
        Map.of(
            "file_name", fileName.forJson(),
            "log", Json.of(lines),
            "log_lines", Json.of(count),
            "message", message.forJson()));
  }
}
