package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.prepare.python.PythonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Programs beside the tests, and what is found in them. */
final class Samples {
  static final PythonParser PARSER = new PythonParser(System::nanoTime, Duration.ofSeconds(30));
  static final PythonAnalyzer ANALYZER = new PythonAnalyzer(PARSER, RuleSet.pythonCore());

  private Samples() {}

  /** The programs of {@code folder}, which has at least {@code least}. */
  static Stream<Path> of(String folder, int least) throws IOException {
    try (Stream<Path> files = Files.list(path(folder))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
      assertThat(found).hasSizeGreaterThanOrEqualTo(least);
      return found.stream();
    }
  }

  static Path path(String name) throws IOException {
    try {
      return Path.of(
          Objects.requireNonNull(Samples.class.getResource("/dev/glovebox/analyzer/" + name))
              .toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  static List<Finding> findings(Path sample) throws IOException {
    return ANALYZER.analyze(Files.readAllBytes(sample)).findings();
  }
}
