package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.analyzer.rules.Severity;
import dev.glovebox.prepare.python.PythonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written from the field guide alone has no finding above a note. */
@Timeout(60)
final class GuideTasksFindingsTest {
  private static final int TASKS = 50;
  private static final Path FOLDER =
      Path.of(System.getProperty("glovebox.root")).resolve("strategies/guide-tasks/python");
  private static final PythonAnalyzer ANALYZER =
      new PythonAnalyzer(
          new PythonParser(System::nanoTime, Duration.ofSeconds(30)), RuleSet.pythonCore());

  static List<String> tasks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".py"))
              .sorted()
              .toList();
      assertThat(names).hasSize(TASKS);
      return names;
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void isAccepted(String name) throws IOException {
    List<Finding> findings = ANALYZER.analyze(Files.readAllBytes(FOLDER.resolve(name))).findings();
    assertThat(findings).filteredOn(finding -> finding.severity() != Severity.NOTE).isEmpty();
  }
}
