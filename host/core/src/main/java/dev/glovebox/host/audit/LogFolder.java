package dev.glovebox.host.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names inside a log's folder {@code audit/<origin>/}.
 *
 * @param path the origin's folder
 */
record LogFolder(Path path) {
  private static final Pattern SEGMENT = Pattern.compile("[0-9]{20}\\.log");

  Path segments() {
    return path.resolve("seg");
  }

  Path checkpoint() {
    return path.resolve("checkpoint");
  }

  Path checkpointsLog() {
    return path.resolve("checkpoints.log");
  }

  Path keys() {
    return path.resolve("keys");
  }

  Path lock() {
    return path.resolve("lock");
  }

  Path segment(long firstSequence) {
    return segments().resolve(String.format(Locale.ROOT, "%020d.log", firstSequence));
  }

  static long firstSequence(Path segment) {
    return Long.parseLong(String.valueOf(segment.getFileName()), 0, 20, 10);
  }

  /** Returns the segment files in order of their first sequence. */
  List<Path> segmentFiles() throws IOException {
    if (!Files.isDirectory(segments())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(segments())) {
      return files
          .filter(f -> SEGMENT.matcher(String.valueOf(f.getFileName())).matches())
          .sorted()
          .toList();
    }
  }

  /** Returns whether {@code folder} looks like an origin's folder. */
  static boolean looksLikeOne(Path folder) {
    LogFolder candidate = new LogFolder(folder);
    return Files.isDirectory(candidate.segments())
        || Files.exists(candidate.checkpoint())
        || Files.exists(candidate.checkpointsLog());
  }
}
