package dev.glovebox.image;

import dev.glovebox.jail.ProcessImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The process that analyses one source: one image for the host and for the command line. */
public final class AnalyzerImage {
  // What it needs, and no more: nothing with which it could start or reach anything.
  private static final List<String> JARS =
      List.of(
          "glovebox-analyzers-",
          "glovebox-classes-",
          "glovebox-lockdown-",
          "glovebox-prepare-",
          "glovebox-proto-worker-",
          "glovebox-strategy-api-",
          "icu4j-",
          "javaparser-core-",
          "protobuf-java-",
          "python-language-");

  private AnalyzerImage() {}

  /**
   * Describes the image of the jars in {@code lib}.
   *
   * @throws IOException if the folder does not hold them all
   */
  public static ProcessImage of(Path lib) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      List<Path> jars =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .filter(
                  file -> JARS.stream().anyMatch(String.valueOf(file.getFileName())::startsWith))
              .sorted()
              .toList();
      if (jars.size() != JARS.size()) {
        throw new IOException(lib + " holds no image of the analyzer");
      }
      return new ProcessImage(
          "analyzer", jars, "dev.glovebox.analyzer.AnalyzeMain", ChildFlags.QUICK);
    }
  }
}
