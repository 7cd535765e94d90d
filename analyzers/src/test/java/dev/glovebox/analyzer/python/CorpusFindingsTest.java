package dev.glovebox.analyzer.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.analyzer.Finding;
import dev.glovebox.analyzer.rules.RuleSet;
import dev.glovebox.analyzer.rules.Severity;
import dev.glovebox.prepare.form.NormalForm;
import dev.glovebox.prepare.python.PythonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the analyzer says of each attack of the corpus, which is not the control: the corpus is run
 * with analysis off. {@code glovebox.write=true} writes the rules of today into the headers.
 */
@Timeout(60)
final class CorpusFindingsTest {
  private static final int ATTACKS_MIN = 120;
  private static final Pattern FINDING = Pattern.compile("(?m)^# finding: (.*)$");

  private final PythonParser parser = new PythonParser(System::nanoTime, Duration.ofSeconds(30));
  private final PythonAnalyzer analyzer = new PythonAnalyzer(parser, RuleSet.pythonCore());

  static Stream<Path> attacks() throws IOException {
    Path root = Path.of(System.getProperty("glovebox.root"), "strategies/attacks/python");
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
      assertThat(found).hasSizeGreaterThanOrEqualTo(ATTACKS_MIN);
      return found.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void findsWhatTheHeaderNames(Path attack) throws IOException {
    String source = Files.readString(attack);
    String found =
        analyzer.analyze(source.getBytes(StandardCharsets.UTF_8)).findings().stream()
            .filter(finding -> finding.severity() != Severity.NOTE)
            .map(Finding::rule)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    String named = found.isEmpty() ? "none" : found;
    if (Boolean.getBoolean("glovebox.write")) {
      source = FINDING.matcher(source).replaceFirst("# finding: " + named);
      Files.writeString(attack, source);
    }
    assertThat(source).containsPattern("(?m)^# finding: " + named + "$");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void isWrittenInNormalForm(Path attack) throws IOException {
    byte[] source = Files.readAllBytes(attack);
    assertThat(new String(new NormalForm(parser).prepare(source).bytes(), StandardCharsets.UTF_8))
        .as("each line is its own, so that the corpus may be run as it is")
        .isEqualTo(new String(source, StandardCharsets.UTF_8));
  }
}
