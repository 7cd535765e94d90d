package dev.glovebox.analyzer.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.analyzer.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ordinary Java, the examples and the template have nothing above a note. */
@Timeout(60)
final class ProgramFindingsTest {
  private static final int PROGRAMS_MIN = 65;

  private static final JavaAnalyzer ANALYZER =
      new JavaAnalyzer(RuleSet.javaCore(), Duration.ofSeconds(30));

  static Stream<Path> sources() throws IOException {
    Path root = Path.of(System.getProperty("glovebox.root"), "strategies");
    try (Stream<Path> programs = Files.list(root.resolve("programs/java"));
        Stream<Path> examples = Files.list(root.resolve("examples/java"))) {
      List<Path> found =
          Stream.concat(programs, examples)
              .filter(file -> file.toString().endsWith(".java"))
              .sorted()
              .toList();
      assertThat(found).hasSizeGreaterThan(PROGRAMS_MIN);
      return found.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void hasNothingAboveANote(Path source) throws IOException {
    assertThat(ANALYZER.analyze(Files.readAllBytes(source)).findings())
        .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
  }
}
